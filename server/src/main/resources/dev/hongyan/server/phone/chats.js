// SPDX-License-Identifier: Apache-2.0
// One person's phone: who they are, their web session, and their chats, latest first.

import { avatar } from './avatar.js';
import { h, icon, iconButton, keep, walkByArrows, whenEndIsNear } from './dom.js';
import { moment, t } from './language.js';
import { newFriend, newRoom } from './make.js';
import { summary } from './message.js';
import { href } from './route.js';
import { settings } from './settings.js';
import { webStrip } from './web.js';
import { matching } from './world.js';

/** So many rows are drawn at first, and so many more whenever the end comes near. */
const WINDOW = 80;

export function chatsView(app) {
  const { state } = app;
  const me = state.me;
  let shown = WINDOW;
  const strip = webStrip(app);
  const owner = h('div', { class: 'owner' });
  const search = h('input', {
    type: 'search',
    placeholder: t('search_chats'),
    'aria-label': t('search_chats'),
    oninput: () => {
      shown = WINDOW;
      scroller.scrollTop = 0;
      update();
    },
  });
  const list = h('ul', { class: 'chat-list' });
  const empty = h('p', { class: 'hint' });
  const scroller = h('div', { class: 'scroller' }, list, empty);
  const element = h(
    'nav',
    { class: 'side', 'aria-label': t('chats') },
    h(
      'header',
      { class: 'bar' },
      owner,
      iconButton('swap', t('switch_person'), () => app.go({ screen: 'people' })),
      settings(app),
    ),
    h('div', { class: 'search' }, icon('search'), search),
    strip.element,
    scroller,
    h(
      'div',
      { class: 'dock' },
      h(
        'a',
        { class: 'dock-item main-act', href: href({ account: me, screen: 'scan' }) },
        icon('scan'),
        t('scan'),
      ),
      dockButton('people', t('new_room'), () => newRoom(app)),
      dockButton('person-plus', t('new_friend'), () => newFriend(app)),
    ),
  );
  whenEndIsNear(scroller, () => {
    shown += WINDOW;
    update();
  });
  walkByArrows(list, search);
  search.addEventListener('keydown', (event) => {
    const found = event.key === 'Enter' && !event.isComposing;
    if (!search.value || !(found || event.key === 'Escape')) return;
    search.value = '';
    event.stopPropagation();
    update();
  });

  function update() {
    const { world, phone } = state;
    if (!world || !phone) return;
    const name = world.accounts.get(me)?.nickName ?? me;
    keep(owner, [{ name }], {
      key: () => me,
      look: () => name,
      make: () =>
        h(
          'div',
          { class: 'owner-name' },
          avatar(world, me, name),
          h('span', { class: 'who' }, h('strong', {}, name), h('small', {}, me)),
        ),
    });
    strip.update();
    const rows = matching(rowsOf(world, phone), search.value);
    keep(list, rows.slice(0, shown), {
      key: (row) => row.id,
      look,
      make: (row) => rowElement(row),
    });
    empty.textContent = rows.length ? '' : emptyText();
  }

  const emptyText = () =>
    search.value ? t('nothing_matches', { query: search.value }) : t('no_chats');

  /** Chats with messages by their latest, then everybody else by name. */
  function rowsOf(world, phone) {
    const contacts = world.contactsOf(me);
    const known = new Map(contacts.map((row) => [row.id, row]));
    const active = [...phone.chats.values()]
      .filter((chat) => chat.messages.length)
      .sort((a, b) => b.order - a.order)
      .map((chat) => known.get(chat.id) ?? strangerRow(world, chat.id));
    const placed = new Set(active.map((row) => row.id));
    return [...active, ...contacts.filter((row) => !placed.has(row.id))];
  }

  function strangerRow(world, id) {
    const name = chatName(world, id, me);
    return { id, name, needle: `${name}\n${id}`.toLocaleLowerCase() };
  }

  const chatOf = (row) => state.phone.chats.get(row.id);

  function look(row) {
    const chat = chatOf(row);
    const last = chat?.messages.at(-1);
    const members = row.room?.members.length ?? '';
    return [
      row.name,
      members,
      last?.id,
      last && moment(last.time, true),
      chat?.unread,
      open(row),
    ].join('|');
  }

  const open = (row) => app.route.chat === row.id;

  function rowElement(row) {
    const chat = chatOf(row);
    const last = chat?.messages.at(-1);
    return h(
      'li',
      {},
      h(
        'a',
        {
          class: 'chat-row',
          href: href({ account: me, screen: 'chat', chat: row.id }),
          'data-chat': row.id,
          'aria-current': open(row) && 'page',
        },
        avatar(state.world, row.id, row.name),
        h(
          'span',
          { class: 'who' },
          h(
            'span',
            { class: 'line' },
            h('strong', {}, row.name),
            last && h('time', { datetime: last.time }, moment(last.time, true)),
          ),
          h(
            'span',
            { class: 'line' },
            h('small', {}, last ? summary(state.world, last, me) : quiet(row)),
            chat?.unread > 0 && badge(chat.unread),
          ),
        ),
      ),
    );
  }

  const quiet = (row) => (row.room ? t('members', { n: row.room.members.length }) : row.id);

  const badge = (n) =>
    h('span', { class: 'badge', 'aria-label': t('unread', { n }) }, n > 99 ? '99+' : String(n));

  return {
    element,
    update,
    focusRow: (chat) => list.querySelector(`[data-chat="${CSS.escape(chat)}"]`)?.focus(),
    focusSearch: () => search.focus(),
    focus: () => (list.querySelector('a') ?? search).focus({ preventScroll: true }),
  };
}

/** What `me` calls a chat; the phone's own services have names of their own. */
export function chatName(world, id, me) {
  return id === 'filehelper' ? t('file_helper') : world.name(id, me);
}

function dockButton(name, label, onclick) {
  return h('button', { type: 'button', class: 'dock-item', onclick }, icon(name), label);
}
