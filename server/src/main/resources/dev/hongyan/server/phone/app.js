// SPDX-License-Identifier: Apache-2.0
// The phone in the browser: puts the screens together and goes from one to the other.

import { PhoneApi } from './api.js';
import { chatsView } from './chats.js';
import { confirmView } from './confirm.js';
import { showContact } from './contact.js';
import { conversationView } from './conversation.js';
import { h } from './dom.js';
import { applyLanguage, failure, switchLanguage, t } from './language.js';
import { Media } from './media.js';
import { Outbox } from './outbox.js';
import { peopleView } from './people.js';
import { showRoom } from './room.js';
import { href, routeOf } from './route.js';
import { scanView } from './scan.js';
import { applyTheme } from './settings.js';
import { State } from './state.js';
import { Sync } from './sync.js';
import { askToken } from './token.js';

const TOAST_MS = 4_000;
const WIDE = matchMedia('(min-width: 800px)');
const VIEWS = { chat: conversationView, scan: scanView, code: confirmView, chats: nothingOpen };

class App {
  state = new State();
  api = new PhoneApi(askToken);
  media = new Media(this.api);
  outbox = new Outbox(this);
  route = {};
  #side;
  #main;
  #root = document.getElementById('app');
  #banner = document.getElementById('banner');
  #toast = document.getElementById('toast');
  #toastTimer;
  #wasGone = false;
  #told = Promise.resolve();

  constructor() {
    this.sync = new Sync(this.api, this.state, {
      locale: () => document.documentElement.lang,
      isRead: (chat) => this.route.chat === chat,
    });
  }

  start() {
    applyTheme();
    applyLanguage();
    const { remembered } = this.state;
    const route = routeOf(location);
    if (route.screen === 'people' && !route.code && remembered) {
      history.replaceState(null, '', href({ account: remembered }));
    }
    this.state.listen(() => this.#update());
    window.addEventListener('popstate', () => this.#show());
    document.addEventListener('click', (event) => this.#clicked(event));
    document.addEventListener('keydown', (event) => this.#key(event));
    this.#show();
    this.sync.start();
  }

  go(route) {
    history.pushState(null, '', href(route));
    this.#show();
  }

  /** Runs an act; says what went wrong, if so. True if it was done. */
  async attempt(action, run) {
    try {
      await run();
      return true;
    } catch (error) {
      this.toast(failure(error, action), true);
      return false;
    }
  }

  toast(words, bad = false) {
    clearTimeout(this.#toastTimer);
    this.#toast.textContent = words;
    this.#toast.className = bad ? 'shown bad' : 'shown';
    this.#toastTimer = setTimeout(
      () => (this.#toast.className = ''),
      bad ? 2 * TOAST_MS : TOAST_MS,
    );
  }

  showContact = (id) => showContact(this, id);
  showRoom = (id) => showRoom(this, id);
  reveal = (message) => this.#main.reveal?.(message);
  quote = (message) => this.#main.quote?.(message);
  compose = (words) => this.#main.compose?.(words);

  /** Says yes to an invitation and goes there. */
  async joinRoom(room) {
    const { me } = this.state;
    if (!(await this.attempt('join', () => this.api.joinRoom(me, room)))) return;
    this.sync.now({ world: true });
    this.go({ account: me, screen: 'chat', chat: room });
  }

  /**
   * The web session hears what its owner looks at on the phone, one thing after the other; nobody
   * minds if it cannot.
   */
  tellWeb(chat, does) {
    const { me } = this.state;
    if (this.state.sessionOf(me)?.profile !== 'web') return;
    this.#told = this.#told.then(() => this.api.useChat(me, chat, does)).catch(() => {});
  }

  switchLanguage() {
    switchLanguage();
    this.state.relearnWorld(document.documentElement.lang);
    this.#side = undefined;
    this.#show();
  }

  /** Brings the screen in step with the address. */
  #show() {
    const before = this.route;
    this.route = routeOf(location);
    const { account, screen } = this.route;
    this.state.pick(account);
    this.#main?.close?.();
    if (screen === 'people') {
      this.#side = undefined;
      this.#main = peopleView(this, this.route);
      this.#root.replaceChildren(this.#main.element);
    } else {
      this.#showPhone(before, account);
    }
    this.#root.dataset.screen = screen;
    this.#update();
    this.#main.shown?.();
    this.#focus(before);
    this.sync.now();
  }

  #showPhone(before, account) {
    this.#main = VIEWS[this.route.screen](this, this.route);
    if (!this.#side || before.account !== account) {
      this.#side = chatsView(this);
      this.#root.replaceChildren(this.#side.element, this.#main.element);
    } else {
      this.#root.lastElementChild.replaceWith(this.#main.element);
    }
  }

  #focus(before) {
    if (document.querySelector('dialog[open]')) return;
    if (this.route.screen !== 'chats') this.#main.focus(WIDE.matches);
    else if (before.chat) this.#side.focusRow(before.chat);
    else if (before.screen) this.#side.focus();
  }

  #update() {
    if (
      this.route.account &&
      this.state.world &&
      !this.state.world.accounts.has(this.route.account)
    ) {
      history.replaceState(null, '', href({}));
      return this.#show();
    }
    this.#side?.update();
    this.#main.update();
    this.#updateBanner();
    this.#updateTitle();
  }

  #updateBanner() {
    const { link } = this.state;
    if (this.#wasGone && link === 'online') this.toast(t('banner_back'));
    this.#wasGone = link === 'gone';
    const words = { gone: t('banner_gone'), locked: t('banner_token') }[link] ?? '';
    if (this.#banner.dataset.words === words) return;
    this.#banner.dataset.words = words;
    this.#banner.replaceChildren(words);
    if (link === 'locked') this.#banner.append(this.#unlockButton());
  }

  #unlockButton() {
    const unlock = () => {
      this.api.unlock();
      this.state.setLink('loading');
      this.sync.now({ world: true });
    };
    return h(
      'button',
      { type: 'button', class: 'button small', onclick: unlock },
      t('banner_token_action'),
    );
  }

  #updateTitle() {
    const { me, world, phone } = this.state;
    const unread = [...(phone?.chats.values() ?? [])].reduce((sum, chat) => sum + chat.unread, 0);
    const name = me && (world?.accounts.get(me)?.nickName ?? me);
    document.title = `${unread ? `(${unread}) ` : ''}${name ? `${name} · ` : ''}Hongyan`;
  }

  /** Links of this page change the screen without loading anything. */
  #clicked(event) {
    const link = event.target.closest('a[href^="/phone#"]');
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, '', link.getAttribute('href'));
    this.#show();
  }

  #key(event) {
    if (event.key !== '/' || event.target.matches('input, textarea') || !this.#side) return;
    if (document.querySelector('dialog[open]')) return;
    event.preventDefault();
    this.#side.focusSearch();
  }
}

/** What the wide screen shows beside the chats while none is open. */
function nothingOpen() {
  const element = h(
    'main',
    { class: 'pane nothing' },
    h('img', { src: '/phone/icon.svg', alt: '' }),
    h('p', { class: 'hint' }, t('choose_chat')),
  );
  return { element, update: () => {}, focus: () => {} };
}

new App().start();
