// SPDX-License-Identifier: Apache-2.0
// One chat: what was said, and the place to say something.

import { avatar } from './avatar.js';
import { chatName } from './chats.js';
import { showMembers } from './make.js';
import { h, icon, iconButton, keep } from './dom.js';
import { moment, t } from './language.js';
import { bubble } from './message.js';
import { href } from './route.js';

/** So many messages are drawn at first, and so many earlier ones at each request. */
const WINDOW = 120;
/** After so long a silence the time is shown again. */
const SILENCE_MS = 5 * 60_000;
/** The bottom counts as reached within this distance. */
const NEAR_PX = 48;

export function conversationView(app, { chat: id }) {
  const { state } = app;
  const me = state.me;
  let shown = WINDOW;
  let drawn = 0;
  const title = h('div', { class: 'title' });
  const members = iconButton('people', t('show_members'), () => showMembers(app, id));
  const earlier = h(
    'button',
    { type: 'button', class: 'button small plain', onclick: showEarlier },
    t('earlier'),
  );
  const list = h('ol', { class: 'messages' });
  const empty = h('p', { class: 'hint' });
  const log = h('div', { class: 'log', role: 'log', tabindex: '0' }, earlier, list, empty);
  const newer = h(
    'button',
    { type: 'button', class: 'newer', hidden: true, onclick: toEnd },
    icon('down'),
    t('newer'),
  );
  const composer = composerOf(app, id, () => toEnd());
  const element = h(
    'main',
    { class: 'pane conversation' },
    h(
      'header',
      { class: 'bar' },
      iconLink('back', t('back'), href({ account: me })),
      title,
      members,
    ),
    h('div', { class: 'log-frame' }, log, newer),
    composer.element,
  );
  log.addEventListener('scroll', () => atEnd() && (newer.hidden = true), { passive: true });
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.isComposing) app.go({ account: me });
  });

  function update() {
    const { world, phone } = state;
    if (!world || !phone) return;
    updateTitle(world);
    const all = phone.chats.get(id)?.messages ?? [];
    const follow = atEnd() || drawn === 0 || all.at(-1)?.from === me;
    if (all.length !== drawn) {
      const grown = drawn > 0 && all.length > drawn;
      draw(world, all);
      if (follow) toEnd();
      else if (grown) newer.hidden = false;
    }
    empty.textContent = all.length ? '' : phone.loaded ? t('no_messages') : t('loading');
    if (phone.read(id)) state.changed();
  }

  function updateTitle(world) {
    const name = chatName(world, id, me);
    const room = world.rooms.get(id);
    const about = room ? t('members', { n: room.members.length }) : id;
    members.hidden = !room;
    log.setAttribute('aria-label', t('messages', { name }));
    composer.name(name);
    keep(title, [name], {
      key: () => id,
      look: () => `${name}|${about}`,
      make: () =>
        h(
          'div',
          { class: 'owner-name' },
          avatar(world, id, name),
          h('div', { class: 'who' }, h('h1', { tabindex: '-1' }, name), h('small', {}, about)),
        ),
    });
  }

  function draw(world, all) {
    drawn = all.length;
    earlier.hidden = all.length <= shown;
    const begin = Math.max(0, all.length - shown);
    keep(list, withTimes(all, begin), {
      key: (item) => item.key,
      look: (item) => item.look,
      make: (item) =>
        item.time
          ? h('li', { class: 'note' }, h('time', { datetime: item.time }, moment(item.time)))
          : bubble(world, item.message, { me, first: item.first }),
    });
  }

  function showEarlier() {
    const fromEnd = log.scrollHeight - log.scrollTop;
    shown += WINDOW;
    draw(state.world, state.phone.chats.get(id).messages);
    log.scrollTop = log.scrollHeight - fromEnd;
  }

  const atEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_PX;

  function toEnd() {
    log.scrollTop = log.scrollHeight;
    newer.hidden = true;
  }

  return {
    element,
    update,
    shown: toEnd,
    focus: (wide) => (wide ? composer.focus() : title.querySelector('h1')?.focus()),
  };
}

/** The messages from `begin` on, with a time before the first and after each silence. */
function withTimes(messages, begin) {
  const items = [];
  for (let i = begin; i < messages.length; i++) {
    const message = messages[i];
    const before = i > begin ? messages[i - 1] : undefined;
    const silent = !before || Date.parse(message.time) - Date.parse(before.time) > SILENCE_MS;
    if (silent) items.push({ key: `t${message.id}`, look: '', time: message.time });
    const first = silent || before.from !== message.from;
    items.push({ key: message.id, look: String(first), message, first });
  }
  return items;
}

function composerOf(app, chat, sent) {
  const { state } = app;
  const text = h('textarea', {
    rows: '1',
    placeholder: t('message'),
    title: t('send_hint'),
    enterkeyhint: 'send',
    oninput: () => {
      state.drafts.set(draft, text.value);
      button.disabled = !text.value.trim();
    },
    onkeydown: (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      send();
    },
  });
  const button = h(
    'button',
    { class: 'send', disabled: true, 'aria-label': t('send'), title: t('send_hint') },
    icon('send'),
  );
  const element = h('form', { class: 'composer', onsubmit: submit }, text, button);
  const draft = `${state.me}/${chat}`;
  put(state.drafts.get(draft) ?? '');

  function put(value) {
    text.value = value;
    state.drafts.set(draft, value);
    button.disabled = !value.trim();
  }

  function submit(event) {
    event.preventDefault();
    send();
  }

  async function send() {
    const words = text.value;
    if (!words.trim()) return;
    put('');
    text.focus();
    if (await app.attempt('write', () => app.api.write(state.me, chat, words))) {
      app.sync.now();
      sent();
    } else if (!text.value) {
      put(words);
    }
  }

  return {
    element,
    focus: () => text.focus(),
    name: (name) => text.setAttribute('aria-label', t('message_to', { name })),
  };
}

function iconLink(name, label, to) {
  return h(
    'a',
    { class: 'icon-button back', href: to, 'aria-label': label, title: label },
    icon(name),
  );
}
