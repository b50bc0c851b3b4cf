// SPDX-License-Identifier: Apache-2.0
// Files on their way: uploaded one after another in each chat, so that they arrive in order. What
// fails stays until somebody tries again or removes it.

import { measure } from './measure.js';

const MIB = 1024 * 1024;

/** What the server takes of each kind. */
export const LIMITS = {
  picture: 20 * MIB,
  emoticon: 20 * MIB,
  voice: 20 * MIB,
  video: 20 * MIB,
  file: 100 * MIB,
};

export class Outbox {
  #app;
  #items = [];
  #queues = new Map();
  #last = 0;

  constructor(app) {
    this.#app = app;
  }

  /** What is under way from this account into this chat. */
  in = (account, chat) =>
    this.#items.filter((item) => item.account === account && item.chat === chat);

  /** Sends a file as this kind of message; `facts` are fields beside it. */
  add(chat, kind, file, facts = {}) {
    const account = this.#app.state.me;
    const item = { id: ++this.#last, account, chat, kind, file, facts };
    this.#items.push(item);
    this.#queue(item);
    return item;
  }

  retry(item) {
    this.#queue(item);
  }

  /** Stops it, if it is not too late for that. */
  remove(item) {
    item.stop?.abort(new DOMException('removed', 'AbortError'));
    this.#items = this.#items.filter((other) => other !== item);
    this.#app.state.changed();
  }

  #queue(item) {
    Object.assign(item, { state: 'waiting', share: 0, error: undefined });
    const key = `${item.account}/${item.chat}`;
    const before = this.#queues.get(key) ?? Promise.resolve();
    this.#queues.set(key, before.then(() => this.#send(item)));
    this.#app.state.changed();
  }

  async #send(item) {
    if (!this.#items.includes(item)) return;
    const { account, chat, kind, file } = item;
    item.state = 'sending';
    item.stop = new AbortController();
    const { signal } = item.stop;
    const progress = (share) => {
      item.share = share;
      this.#app.state.changed();
    };
    try {
      item.upload ??= await this.#app.api.upload(account, file, { progress, signal });
      const facts = { ...(await measure(kind, file)), ...item.facts };
      signal.throwIfAborted();
      await this.#app.api.send(account, chat, { [kind]: { upload: item.upload }, ...facts });
      this.remove(item);
      this.#app.sync.now();
    } catch (error) {
      if (signal.aborted) return;
      Object.assign(item, { state: 'failed', error });
      // The server keeps uploads for a day, and none when it begins anew.
      if (error.status === 404) item.upload = undefined;
      this.#app.state.changed();
    }
  }
}
