// SPDX-License-Identifier: Apache-2.0
// What the page knows. Views read it; `sync.js` and the person's own acts change it.

import { Seen } from './seen.js';
import { World } from './world.js';

const REMEMBERED = 'hongyan.phone.account';

/** Whether it was said on this side of the chat; the file helper's other side is the web. */
export const isMine = ({ from, to, call }, me) => from === me && !(to === 'filehelper' && call);

/** One person's phone: the chats with their messages, oldest first. */
export class Phone {
  chats = new Map();
  /** Whether all that was on the phone is here. */
  loaded = false;
  last = undefined;
  version = 0;
  /** Ids of messages that were taken back. */
  recalled = new Set();
  #byId = new Map();

  constructor(account) {
    this.account = account;
    this.seen = new Seen(account);
  }

  /** Takes messages in; `isNews(chat, message)` tells whether one is news to the person. */
  add(messages, isNews) {
    for (const message of messages) {
      this.last = message.id;
      if (this.#byId.has(message.id)) continue;
      this.#byId.set(message.id, message);
      if (message.type === 'recall') this.recalled.add(message.about?.of);
      const chat = this.chatOf(message);
      chat.messages.push(message);
      chat.order = ++this.version;
      if (!isMine(message, this.account) && isNews(chat.id, message)) chat.unread++;
    }
  }

  message = (id) => this.#byId.get(id);

  /** Takes a chat off the phone, which its owner has left. */
  forget = (id) => this.chats.delete(id);

  chat(id) {
    if (!this.chats.has(id)) this.chats.set(id, { id, messages: [], unread: 0, order: 0 });
    return this.chats.get(id);
  }

  /** True if one of them is here already. */
  knows = (messages) => messages.some((message) => this.#byId.has(message.id));

  /** Notes that the person has read a chat; true if there was something to read. */
  read(id) {
    const chat = this.chats.get(id);
    if (!this.loaded || !chat?.messages.length) return false;
    const heard = chat.messages.findLast((message) => !isMine(message, this.account));
    const news = heard !== undefined && !this.seen.has(id, heard.id);
    this.seen.note(id, chat.messages.at(-1).id);
    chat.unread = 0;
    return news;
  }

  chatOf({ room, from, to }) {
    return this.chat(room || (from === this.account ? to : from));
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
  /** What the person noted about friends and rooms, and what waits for an answer. */
  book = emptyBook();
  requests = [];
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
    this.book = emptyBook();
    this.requests = [];
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

  learnBook({ contacts, rooms, invitations }, requests) {
    const byId = (rows) => new Map(rows.map((row) => [row.id, row]));
    this.book = { contacts: byId(contacts), rooms: byId(rooms), invitations };
    this.requests = requests;
    this.changed();
  }

  /** What the person noted about a chat, a friend's or a room's. */
  notes = (chat) => this.book.contacts.get(chat) ?? this.book.rooms.get(chat) ?? {};

  /** The invitation that a message brought, as long as it waits for an answer. */
  invitationBy({ from, type, about }) {
    if (type !== 'link' || !/weixin\.qq\.com\/g\/\d+$/.test(about?.url ?? '')) return undefined;
    return this.book.invitations.find(({ by }) => by === from);
  }

  /** Whether what a message asks for is done; undefined if it asks for nothing. */
  answered(message) {
    if (message.type === 'link') return !this.invitationBy(message);
    if (message.type !== 'friend-request') return undefined;
    return !this.requests.some(({ from }) => from === message.about.account);
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

  /** Tells the listener of every change, until what this gives back is called. */
  listen(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

const emptyBook = () => ({ contacts: new Map(), rooms: new Map(), invitations: [] });
