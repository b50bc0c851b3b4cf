// SPDX-License-Identifier: Apache-2.0
// Keeps the state in step with the server, only while the page is visible.

import { Problem, Unreachable } from './api.js';

/** One turn a second feels immediate and costs the server one indexed read. */
const TURN_MS = 1_000;
const RETRY_MS = 2_000;
/** The world of 5,000 people is half a megabyte, and what the page does itself is known at once. */
const WORLD_EVERY_TURNS = 15;
const PAGE = 500;
/** What asks for an answer, or says that somebody came, went or changed a name. */
const ASKING = new Set(['friend-request', 'link', 'system']);

export class Sync {
  #api;
  #state;
  #locale;
  #isRead;
  #timer;
  #turn = 0;
  #running = false;
  #again = false;

  /** `isRead(chat)` tells whether the person has that chat before their eyes. */
  constructor(api, state, { locale, isRead }) {
    this.#api = api;
    this.#state = state;
    this.#locale = locale;
    this.#isRead = isRead;
  }

  start() {
    document.addEventListener('visibilitychange', () => this.now());
    this.now();
  }

  /** Looks at once, with the world as well if asked for. */
  now({ world = false } = {}) {
    if (world) this.#turn = 0;
    clearTimeout(this.#timer);
    if (this.#running) this.#again = true;
    else if (!document.hidden) this.#run();
  }

  async #run() {
    this.#running = true;
    let wait = TURN_MS;
    try {
      await this.#oneTurn();
      this.#state.setLink('online');
    } catch (error) {
      wait = this.#failed(error);
    }
    this.#running = false;
    if (this.#again) wait = 0;
    this.#again = false;
    clearTimeout(this.#timer);
    if (!document.hidden && wait !== undefined) this.#timer = setTimeout(() => this.#run(), wait);
  }

  #failed(error) {
    if (error instanceof Unreachable) {
      this.#state.setLink('gone');
      this.#turn = 0;
      return RETRY_MS;
    }
    if (error instanceof Problem && error.status === 401) {
      this.#state.setLink('locked');
      return undefined;
    }
    // A refusal of a look is an account that is gone: the world tells.
    this.#turn = 0;
    if (!(error instanceof Problem)) console.error(error);
    return RETRY_MS;
  }

  async #oneTurn() {
    if (this.#turn === 0) await this.#world();
    if (this.#turn === 0) await this.#book();
    this.#turn = (this.#turn + 1) % WORLD_EVERY_TURNS;
    await Promise.all([this.#messages(), this.#presence()]);
  }

  async #world() {
    this.#state.learnWorld(await this.#api.worldText(), this.#locale());
    const { phone, world } = this.#state;
    if (phone && !world.accounts.has(phone.account)) this.#state.pick(undefined);
    else if (phone?.last) await this.#forgetIfReset(phone);
  }

  async #book() {
    const { phone } = this.#state;
    if (!phone) return;
    const [book, requests] = await Promise.all([
      this.#api.book(phone.account),
      this.#api.requests(phone.account),
    ]);
    if (this.#state.phone === phone) this.#state.learnBook(book, requests);
  }

  /** The server may have begun anew, and its messages with it: then what is shown is not there. */
  async #forgetIfReset(phone) {
    const oldest = await this.#api.messages(phone.account, undefined, 1);
    if (this.#state.phone !== phone || phone.knows(oldest)) return;
    this.#state.pick(undefined);
    this.#state.pick(phone.account);
  }

  async #messages() {
    const { phone } = this.#state;
    if (!phone) return;
    const first = !phone.loaded;
    let page;
    do {
      page = await this.#api.messages(phone.account, phone.last, PAGE);
      phone.add(page, (chat, { id }) => this.#isNews(phone, chat, id));
      if (page.length || first) this.#state.changed();
    } while (page.length >= PAGE && this.#state.phone === phone);
    phone.loaded = true;
    if (first && phone.seen.isNew) phone.seen.begin(phone.last);
    if (page.some((message) => this.#tellsOfMore(message))) this.#turn = 0;
  }

  #isNews(phone, chat, id) {
    const known = phone.loaded ? false : phone.seen.isNew || phone.seen.has(chat, id);
    return !known && !this.#isRead(chat);
  }

  /** A message after which the world, or what waits for an answer, is not what it was. */
  #tellsOfMore({ type, from, room }) {
    return ASKING.has(type) || !this.#state.world.has(room || from);
  }

  async #presence() {
    const [sessions, codes] = await Promise.all([this.#api.sessions(), this.#api.codes()]);
    this.#state.sessions = sessions;
    this.#state.codes = codes;
    this.#state.toldAt = performance.now();
    this.#state.changed();
  }
}
