// SPDX-License-Identifier: Apache-2.0
// One person's phone: who they are, their web session, and their chats, latest first.

import { avatar } from './avatar.js';
import { h, icon, iconButton, keep, walkByArrows, whenEndIsNear } from './dom.js';
import { showFriends } from './friends.js';
import { moment, t } from './language.js';
import { newRoom } from './make.js';
import { summary } from './message.js';
import { href } from './route.js';
import { settings } from './settings.js';
import { webStrip } from './web.js';
import { matching } from './world.js';

/** So many rows are drawn at first, and so many more whenever the end comes near. */
const WINDOW = 80;
const NOTE_ICONS = { muted: 'muted', starred: 'star', blocked: 'blocked' };

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
  const friends = dockButton('person-plus', t('new_friends'), () => showFriends(app));
  const waiting = h('span', { class: 'badge', hidden: true });
  friends.append(waiting);
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
      friends,
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
          'button',
          {
            type: 'button',
            class: 'owner-name',
            title: t('profile'),
            onclick: () => app.showContact(me),
          },
          avatar(world, me, name),
          h('span', { class: 'who' }, h('strong', {}, name), h('small', {}, me)),
        ),
    });
    strip.update();
    updateWaiting();
    const rows = matching(rowsOf(world, phone), search.value);
    keep(list, rows.slice(0, shown), {
      key: (row) => row.id,
      look,
      make: (row) => rowElement(row),
    });
    empty.textContent = rows.length ? '' : emptyText();
  }

  function updateWaiting() {
    const n = state.requests.length + state.book.invitations.length;
    waiting.hidden = n === 0;
    waiting.textContent = String(n);
    waiting.setAttribute('aria-label', t('waits_for_you', { n }));
  }

  const emptyText = () =>
    search.value ? t('nothing_matches', { query: search.value }) : t('no_chats');

  /** Pinned chats, then those with messages by their latest, then everybody else by name. */
  function rowsOf(world, phone) {
    const contacts = [helperRow(), ...world.contactsOf(me)];
    const known = new Map(contacts.map((row) => [row.id, row]));
    const active = [...phone.chats.values()]
      .filter((chat) => chat.messages.length)
      .sort((a, b) => b.order - a.order)
      .map((chat) => known.get(chat.id) ?? strangerRow(world, chat.id));
    const placed = new Set(active.map((row) => row.id));
    const rows = [...active, ...contacts.filter((row) => !placed.has(row.id))];
    const isPinned = (row) => Boolean(state.notes(row.id).pinned);
    return [...rows.filter(isPinned), ...rows.filter((row) => !isPinned(row))];
  }

  function helperRow() {
    const name = t('file_helper');
    return { id: 'filehelper', name, needle: `${name}\nfilehelper`.toLocaleLowerCase() };
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
      notesOf(row),
    ].join('|');
  }

  const notesOf = ({ id }) =>
    ['pinned', 'muted', 'starred', 'blocked'].filter((name) => state.notes(id)[name]);

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
          class: ['chat-row', ...notesOf(row)].join(' '),
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
            notesOf(row).map(noteMark),
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

  function quiet({ id, room }) {
    if (room) return t('members', { n: room.members.length });
    return id === 'filehelper' ? t('file_helper_hint') : id;
  }

  const noteMark = (name) =>
    NOTE_ICONS[name] &&
    h('span', { class: 'note-mark', title: t(`note_${name}`) }, icon(NOTE_ICONS[name]));

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

/** The services of a phone, which have names of their own in each language. */
const SERVICES = { filehelper: 'file_helper', fmessage: 'new_friend_chat', weixin: 'team_chat' };

/** What `me` calls a chat. */
export const chatName = (world, id, me) => (SERVICES[id] ? t(SERVICES[id]) : world.name(id, me));

function dockButton(name, label, onclick) {
  return h('button', { type: 'button', class: 'dock-item', onclick }, icon(name), label);
}
