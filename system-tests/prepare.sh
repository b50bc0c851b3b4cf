#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Fetches what the system tests meet from outside: clients from npm, a browser from Debian. Run by
# ./hongyan test; ./hongyan bench asks for the "clients" alone. Never fails: a test whose counterpart
# is missing is reported as skipped, with the reason, and what is missing here is told in
# .hongyan/prepare.log.
set -u
cd "$(dirname "$0")" || exit 0
log=$(cd .. && pwd)/.hongyan/prepare.log
mkdir -p "$(dirname "$log")"
: >"$log"

note() {
  printf '  %s\n' "$1" | tee -a "$log" >&2
}

# Each folder with a package-lock.json is one foreign client; npm ci installs exactly what it names.
fetch_npm_packages() {
  find . -name package-lock.json -not -path '*/node_modules/*' -not -path './target/*' |
    while IFS= read -r lock; do
      folder=${lock%/package-lock.json}
      # npm writes this file last.
      installed=$folder/node_modules/.package-lock.json
      [ -f "$installed" ] && [ -z "$(find "$lock" -newer "$installed")" ] && continue
      if ! command -v npm >/dev/null; then
        note "npm is not installed: what needs $folder will be skipped"
      elif ! (cd "$folder" && npm ci --no-audit --no-fund) </dev/null >>"$log" 2>&1; then
        note "npm ci failed in $folder: what needs it will be skipped, see $log"
      else
        touch "$installed"
      fi
    done
}

fetch_browser() {
  if command -v chromium >/dev/null; then return; fi
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    note "no chromium: the browser tests will be skipped ('apt-get install chromium' brings it)"
    return
  fi
  note 'fetching chromium for the browser tests'
  export DEBIAN_FRONTEND=noninteractive
  { apt-get -q update && apt-get -qy --no-install-recommends install chromium; } \
    </dev/null >>"$log" 2>&1 || note "no chromium: the browser tests will be skipped, see $log"
}

fetch_npm_packages
[ "${1:-}" = clients ] || fetch_browser
