// SPDX-License-Identifier: Apache-2.0
// What the page knows. Views read it; `sync.js` and the person's own acts change it.

import { World } from './world.js';

const REMEMBERED = 'hongyan.phone.account';

/** One person's phone: the chats with their messages, oldest first. */
export class Phone {
  chats = new Map();
  last = undefined;
  version = 0;
  #ids = new Set();

  constructor(account) {
    this.account = account;
  }

  /** Takes messages in; `unreadIn` tells whether one in that chat is news to the person. */
  add(messages, isNews) {
    for (const message of messages) {
      this.last = message.id;
      if (this.#ids.has(message.id)) continue;
      this.#ids.add(message.id);
      const chat = this.chat(this.#chatOf(message));
      chat.messages.push(message);
      chat.order = ++this.version;
      if (message.from !== this.account && isNews(chat.id)) chat.unread++;
    }
  }

  chat(id) {
    if (!this.chats.has(id)) this.chats.set(id, { id, messages: [], unread: 0, order: 0 });
    return this.chats.get(id);
  }

  /** True if one of them is here already. */
  knows = (messages) => messages.some((message) => this.#ids.has(message.id));

  read(id) {
    const chat = this.chats.get(id);
    if (!chat?.unread) return false;
    chat.unread = 0;
    return true;
  }

  #chatOf({ room, from, to }) {
    return room || (from === this.account ? to : from);
  }
}

export class State {
  #listeners = new Set();
  #pending = false;
  #worldText = '';

  world = undefined;
  phone = undefined;
  sessions = [];
  codes = [];
  /** 'loading', 'online', 'gone' (nobody answers) or 'locked' (a token is wanted). */
  link = 'loading';
  /** What was typed and not sent, by account and chat. */
  drafts = new Map();
  /** When codes and sessions were told, so that ages can go on growing. */
  toldAt = 0;

  /** The account whose phone this is, or undefined while nobody is picked. */
  get me() {
    return this.phone?.account;
  }

  get remembered() {
    return localStorage.getItem(REMEMBERED) ?? undefined;
  }

  pick(account) {
    if (account === this.me) return;
    this.phone = account && new Phone(account);
    if (account) localStorage.setItem(REMEMBERED, account);
    this.changed();
  }

  /** Takes the world in if it is another than before; true if so. */
  learnWorld(text, locale) {
    if (this.world && text === this.#worldText) return false;
    this.#worldText = text;
    this.world = new World(JSON.parse(text), locale);
    this.changed();
    return true;
  }

  /** The world sorted and named anew, after a change of language. */
  relearnWorld(locale) {
    if (this.world) this.world = new World(JSON.parse(this.#worldText), locale);
  }

  setLink(link) {
    if (link === this.link) return;
    this.link = link;
    this.changed();
  }

  sessionOf = (account) => this.sessions.find((session) => session.account === account);

  /** Tells the listeners once, however much changes before the next frame. */
  changed() {
    if (this.#pending) return;
    this.#pending = true;
    queueMicrotask(() => {
      this.#pending = false;
      for (const listener of this.#listeners) listener();
    });
  }

  listen(listener) {
    this.#listeners.add(listener);
  }
}
