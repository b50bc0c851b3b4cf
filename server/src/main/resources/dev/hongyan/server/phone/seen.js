// SPDX-License-Identifier: Apache-2.0
// Up to which message somebody has read each chat, also after the page was closed.

const PREFIX = 'hongyan.phone.seen.';

export class Seen {
  #key;
  #byChat;

  constructor(account) {
    this.#key = PREFIX + account;
    this.#byChat = read(this.#key);
  }

  /** Whether this phone was never held here before: then nothing is news. */
  get isNew() {
    return this.#byChat === undefined;
  }

  has = (chat, id) => BigInt(id) <= BigInt(this.#byChat?.[chat] ?? this.#byChat?.[''] ?? 0);

  note(chat, id) {
    if (this.#byChat?.[chat] === id) return;
    this.#byChat = { ...this.#byChat, [chat]: id };
    localStorage.setItem(this.#key, JSON.stringify(this.#byChat));
  }

  /** Takes everything up to this message as read. */
  begin(id) {
    this.#byChat = {};
    this.note('', id ?? '0');
  }
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? undefined;
  } catch {
    return undefined;
  }
}
