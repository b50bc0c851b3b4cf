#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs inside new user, mount and network namespaces: gives them a loopback interface and a
# hosts file of their own, says that they are ready, and holds them until its input ends.
# usage: island.sh HOSTS
set -eu

raise_loopback() {
  if command -v ip >/dev/null; then
    ip link set lo up
  else
    # SIOCGIFFLAGS, IFF_UP, SIOCSIFFLAGS: perl is there wherever Debian is, iproute2 is not
    perl -e 'use Socket; socket(my $s, AF_INET, SOCK_DGRAM, 0) or die;
             my $request = pack("a16 s x14", "lo", 0); ioctl($s, 0x8913, $request) or die;
             my ($name, $flags) = unpack("a16 s", $request);
             ioctl($s, 0x8914, pack("a16 s x14", "lo", $flags | 1)) or die;'
  fi
}

raise_loopback
mount --bind "$1" /etc/hosts
echo ready
exec cat
