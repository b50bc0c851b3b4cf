// SPDX-License-Identifier: Apache-2.0
// One chat: what was said, and the place to say something.

import { messageMenu } from './actions.js';
import { avatar } from './avatar.js';
import { chatName } from './chats.js';
import { composerOf } from './composer.js';
import { h, icon, iconButton, keep } from './dom.js';
import { takeDrops } from './drop.js';
import { moment, t } from './language.js';
import { bubble, quotedLine } from './message.js';
import { pendingList } from './pending.js';
import { href } from './route.js';

/** So many messages are drawn at first, and so many earlier ones at each request. */
const WINDOW = 120;
/** After so long a silence the time is shown again. */
const SILENCE_MS = 5 * 60_000;
/** The bottom counts as reached within this distance. */
const NEAR_PX = 48;
/** A message that a quote leads to stands out for so long. */
const POINTED_MS = 1_600;

export function conversationView(app, { chat: id }) {
  const { state } = app;
  const me = state.me;
  let shown = WINDOW;
  let drawn = 0;
  let drawnWorld;
  let waiting = 0;
  const title = h('div', { class: 'title' });
  const members = iconButton('people', t('show_members'), () => app.showRoom(id));
  const person = iconButton('person', t('show_contact'), () => app.showContact(id));
  const pending = pendingList(app, id);
  const earlier = h(
    'button',
    { type: 'button', class: 'button small plain', onclick: showEarlier },
    t('earlier'),
  );
  const list = h('ol', { class: 'messages' });
  const empty = h('p', { class: 'hint' });
  const log = h(
    'div',
    { class: 'log', role: 'log', tabindex: '0' },
    earlier,
    list,
    pending.element,
    empty,
  );
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
      person,
      members,
    ),
    h('div', { class: 'log-frame' }, log, newer),
    composer.element,
  );
  log.addEventListener('scroll', () => atEnd() && (newer.hidden = true), { passive: true });
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.isComposing) app.go({ account: me });
  });
  // Requests come in a chat of their own, and nobody reads what is said there.
  composer.element.hidden = id === 'fmessage';
  if (id !== 'fmessage') takeDrops(app, id, element);

  function update() {
    const { world, phone } = state;
    if (!world || !phone) return;
    updateTitle(world);
    const all = phone.chats.get(id)?.messages ?? [];
    const follow = atEnd() || drawn === 0 || all.at(-1)?.from === me;
    const waited = waiting;
    const stayAtEnd = atEnd();
    waiting = pending.update();
    if (all.length !== drawn || drawnWorld !== world) {
      const grown = drawn > 0 && all.length > drawn;
      draw(world, all);
      if (follow) toEnd();
      else if (grown) newer.hidden = false;
    }
    if (waiting > waited || (waiting && stayAtEnd)) toEnd();
    empty.textContent = all.length || waiting ? '' : phone.loaded ? t('no_messages') : t('loading');
    if (phone.read(id)) {
      state.changed();
      app.tellWeb(id, 'read');
    }
  }

  function updateTitle(world) {
    const name = chatName(world, id, me);
    const room = world.rooms.get(id);
    const about = room ? t('members', { n: room.members.length }) : id;
    members.hidden = !room;
    person.hidden = !world.accounts.has(id);
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
    drawnWorld = world;
    earlier.hidden = all.length <= shown;
    const lineOf = (message) => quotedLine(world, message, me);
    const view = { app, world, me, lineOf };
    const { recalled } = state.phone;
    const seen = all.slice(-shown).filter((message) => !recalled.has(message.id));
    keep(list, withTimes(seen), {
      key: (item) => item.key,
      look: (item) => item.look + faceOf(world, item.message),
      make: (item) =>
        item.time
          ? h('li', { class: 'note' }, h('time', { datetime: item.time }, moment(item.time)))
          : bubble(item.message, {
              view,
              first: item.first,
              menu: (anchor) => messageMenu(app, item.message, anchor),
            }),
    });
  }

  /** What an answered request or a new name changes about how a message looks. */
  const faceOf = (world, message) =>
    message
      ? `|${world.memberName(message.room, message.from, me)}|${state.answered(message)}`
      : '';

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

  /** Shows a message that a quote speaks of. */
  function reveal(message) {
    const all = state.phone.chats.get(id)?.messages ?? [];
    const place = all.findIndex((each) => each.id === message);
    if (place < 0) return;
    while (all.length - place > shown) showEarlier();
    const item = list.querySelector(`[data-id="${CSS.escape(message)}"]`);
    item?.scrollIntoView({ block: 'center' });
    item?.classList.add('pointed-at');
    setTimeout(() => item?.classList.remove('pointed-at'), POINTED_MS);
  }

  app.tellWeb(id, 'open');

  return {
    element,
    update,
    reveal,
    quote: composer.quote,
    compose: composer.compose,
    close: () => app.tellWeb(id, 'leave'),
    shown: toEnd,
    focus: (wide) => (wide ? composer.focus() : title.querySelector('h1')?.focus()),
  };
}

/** The messages, with a time before the first and after each silence. */
function withTimes(messages) {
  const items = [];
  for (const [i, message] of messages.entries()) {
    const before = messages[i - 1];
    const silent = !before || Date.parse(message.time) - Date.parse(before.time) > SILENCE_MS;
    if (silent) items.push({ key: `t${message.id}`, look: '', time: message.time });
    const first = silent || before.from !== message.from || before.call !== message.call;
    items.push({ key: message.id, look: String(first), message, first });
  }
  return items;
}

function iconLink(name, label, to) {
  return h(
    'a',
    { class: 'icon-button back', href: to, 'aria-label': label, title: label },
    icon(name),
  );
}
