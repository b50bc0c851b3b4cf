// SPDX-License-Identifier: Apache-2.0
// The calls of the phone API. A failure is a Problem (the server says no, and why) or an
// Unreachable (nobody answered).

const TOKEN = 'hongyan.phone.token';

/** Above the server's own time for any call of the phone API, so that a hung server shows. */
const PATIENCE_MS = 10_000;

/** A file of 100 MiB over a slow road; somebody who waits sees how far it is, and may give up. */
const UPLOAD_PATIENCE_MS = 30 * 60_000;

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
  /** Sends a thing as the phone API takes it: `{ text }`, `{ file: { upload } }`, `{ card }` … */
  send = (from, to, thing) => this.#post('messages', { from, to, ...thing });
  recall = (account, id) => this.#post('recall', { account, id });
  makeAccount = (id, nickName) => this.#post('accounts', { id, nickName });
  befriend = (account, other, remark) =>
    this.#post('contacts', { account, with: other, ...(remark && { remark }) });
  makeRoom = (id, name, owner, members) => this.#post('rooms', { id, name, owner, members });
  logout = (account) => this.#post('logout', { account });

  book = (account) => this.#get(`book?${new URLSearchParams({ account })}`);
  profile = (account) => this.#get(`profile?${new URLSearchParams({ account })}`);
  editProfile = (account, change) => this.#write('PATCH', 'profile', { account, ...change });
  requests = async (account) =>
    (await this.#get(`requests?${new URLSearchParams({ account })}`)).requests;
  askFriend = (account, to, greeting) => this.#post('requests', { account, to, greeting });
  acceptFriend = (account, from, remark) => this.#post('accept', { account, from, remark });
  editContact = (account, other, change) =>
    this.#write('PATCH', 'contacts', { account, with: other, ...change });
  deleteContact = (account, other) => this.#write('DELETE', 'contacts', { account, with: other });
  editRoom = (account, room, change) =>
    this.#write('PATCH', `rooms/${encodeURIComponent(room)}`, { account, ...change });
  addMembers = async (account, room, people) =>
    (await this.#post('members', { account, room, people })).people;
  removeMembers = (account, room, people) =>
    this.#write('DELETE', 'members', { account, room, people });
  leaveRoom = (account, room) => this.#write('DELETE', 'members', { account, room });
  editMember = (account, room, change) =>
    this.#write('PATCH', 'members', { account, room, ...change });
  joinRoom = (account, room) => this.#post('join', { account, room });
  /** Tells the web session that a chat was opened, read or left here. */
  useChat = (account, chat, does) => this.#post('chats', { account, chat, does });

  /** What a message came with, as a Blob; `part` is `content` or `cover`. */
  async media(id, part = 'content') {
    return this.#call('GET', `media/${id}?part=${part}`, undefined, {
      patience: UPLOAD_PATIENCE_MS,
      read: (response) => response.blob(),
    });
  }

  /** Uploads a file as it is; `progress` gets shares from 0 to 1. Promises the upload's id. */
  async upload(account, file, { progress, signal }) {
    const used = sessionStorage.getItem(TOKEN);
    const path = `uploads?${new URLSearchParams({ account, name: file.name || 'file' })}`;
    const { status, text } = await sendFile(`/phone/${path}`, used, file, { progress, signal });
    if (status === 201) return JSON.parse(text).id;
    if (status === 401 && (await this.#newToken(used))) {
      return this.upload(account, file, { progress, signal });
    }
    if (status >= 502) throw new Unreachable(`HTTP ${status}`);
    throw new Problem(status, problemIn(text));
  }

  /** Lets calls go out again after the person had refused to give a token. */
  unlock() {
    this.#locked = false;
  }

  async #get(path) {
    return JSON.parse(await this.#call('GET', path));
  }

  #post = (path, body) => this.#write('POST', path, body);

  async #write(method, path, body) {
    const text = await this.#call(method, path, body);
    return text ? JSON.parse(text) : undefined;
  }

  /** The answer, as text unless `read` takes it otherwise. */
  async #call(method, path, body, how = {}) {
    if (this.#locked) throw new Problem(401);
    const used = sessionStorage.getItem(TOKEN);
    const { ok, status, text } = await this.#fetch(method, path, body, used, how);
    if (ok) return text;
    if (status === 401 && (await this.#newToken(used))) return this.#call(method, path, body, how);
    // A gateway in between says 502 to 504 when the server behind it does not answer.
    if (status >= 502) throw new Unreachable(`HTTP ${status}`);
    throw new Problem(status, problemIn(text));
  }

  async #fetch(method, path, body, token, { patience = PATIENCE_MS, read = textOf }) {
    const headers = {};
    if (token) headers.Authorization = `Bearer ${token}`;
    if (body) headers['Content-Type'] = 'application/json';
    try {
      const response = await fetch(`/phone/${path}`, {
        method,
        headers,
        body: body && JSON.stringify(body),
        cache: 'no-store',
        signal: AbortSignal.timeout(patience),
      });
      const { ok, status } = response;
      return { ok, status, text: await (ok ? read : textOf)(response) };
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

const textOf = (response) => response.text();

/** `fetch` does not tell how much has gone out; this does. */
function sendFile(url, token, file, { progress, signal }) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.timeout = UPLOAD_PATIENCE_MS;
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    if (token) request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.upload.onprogress = ({ loaded, total }) => progress?.(total ? loaded / total : 0);
    request.onload = () => resolve({ status: request.status, text: request.responseText });
    request.onerror = request.ontimeout = () => reject(new Unreachable('no answer'));
    request.onabort = () => reject(signal.reason);
    signal?.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

function problemIn(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
