// SPDX-License-Identifier: Apache-2.0
// The calls of the phone API. A failure is a Problem (the server says no, and why) or an
// Unreachable (nobody answered).

const TOKEN = 'hongyan.phone.token';

/** Above the server's own time for any call of the phone API, so that a hung server shows. */
const PATIENCE_MS = 10_000;

/** The server's refusal, from its problem details (RFC 9457). */
export class Problem extends Error {
  constructor(status, { title = '', detail = '' } = {}) {
    super(detail || title || `HTTP ${status}`);
    this.status = status;
  }
}

/** Nobody answered: the server is gone, or the network is. */
export class Unreachable extends Error {}

export class PhoneApi {
  #askToken;
  #asking;
  #locked = false;

  /** `askToken()` promises what the person typed, or undefined when they would not. */
  constructor(askToken) {
    this.#askToken = askToken;
  }

  codes = async () => (await this.#get('codes')).codes;
  sessions = async () => (await this.#get('sessions')).sessions;

  /** The world as text: most often it is what it was, and then it need not be parsed. */
  worldText = () => this.#call('GET', 'world');

  /** What is on an account's phone after message `after`, oldest first. */
  async messages(account, after, limit) {
    const query = new URLSearchParams({ account, limit });
    if (after) query.set('after', after);
    return (await this.#get(`messages?${query}`)).messages;
  }

  scan = (account, uuid) => this.#post('scan', { uuid, account });
  scanPicture = (account, picture) => this.#post('scan', { picture, account });
  confirm = (uuid) => this.#post('confirm', { uuid });
  cancel = (uuid) => this.#post('cancel', { uuid });
  write = (from, to, text) => this.#post('messages', { from, to, text });
  makeAccount = (id, nickName) => this.#post('accounts', { id, nickName });
  befriend = (account, other, remark) =>
    this.#post('contacts', { account, with: other, ...(remark && { remark }) });
  makeRoom = (id, name, owner, members) => this.#post('rooms', { id, name, owner, members });
  logout = (account) => this.#post('logout', { account });

  /** Lets calls go out again after the person had refused to give a token. */
  unlock() {
    this.#locked = false;
  }

  async #get(path) {
    return JSON.parse(await this.#call('GET', path));
  }

  async #post(path, body) {
    const text = await this.#call('POST', path, body);
    return text ? JSON.parse(text) : undefined;
  }

  /** The text of the answer. */
  async #call(method, path, body) {
    if (this.#locked) throw new Problem(401);
    const used = sessionStorage.getItem(TOKEN);
    const { ok, status, text } = await this.#fetch(method, path, body, used);
    if (ok) return text;
    if (status === 401 && (await this.#newToken(used))) return this.#call(method, path, body);
    // A gateway in between says 502 to 504 when the server behind it does not answer.
    if (status >= 502) throw new Unreachable(`HTTP ${status}`);
    throw new Problem(status, problemIn(text));
  }

  async #fetch(method, path, body, token) {
    const headers = {};
    if (token) headers.Authorization = `Bearer ${token}`;
    if (body) headers['Content-Type'] = 'application/json';
    try {
      const response = await fetch(`/phone/${path}`, {
        method,
        headers,
        body: body && JSON.stringify(body),
        cache: 'no-store',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      return { ok: response.ok, status: response.status, text: await response.text() };
    } catch (cause) {
      throw new Unreachable('no answer', { cause });
    }
  }

  /** Asks for a token, once however many calls were refused; true if there is a new one. */
  async #newToken(used) {
    if (sessionStorage.getItem(TOKEN) !== used) return true;
    this.#asking ??= this.#askToken(Boolean(used)).finally(() => (this.#asking = undefined));
    const token = await this.#asking;
    if (!token) {
      this.#locked = true;
      return false;
    }
    sessionStorage.setItem(TOKEN, token);
    return true;
  }
}

function problemIn(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
