// SPDX-License-Identifier: Apache-2.0
// How a message looks: in one line of the chat list, and with its frame in the conversation.

import { avatar } from './avatar.js';
import { h, icon, iconButton } from './dom.js';
import { kindOf } from './kinds.js';
import { moment, t } from './language.js';
import { isMine } from './state.js';
import { noteWords, words } from './words.js';

/** A message in one line: its words, or what it is. */
export function line(message) {
  const { type, text, media } = message;
  if (type === 'text' || type === 'quote') return plain(words(text ?? ''));
  const kind = kindOf(message);
  if (kind.note) return plain(noteWords(text || t(kind.label)));
  const about = text || (type === 'file' && media?.name);
  return `[${t(kind.label)}]${about ? ` ${about}` : ''}`;
}

const plain = (nodes) => nodes.map((node) => node.textContent ?? node).join('');

/** The same in the chat list, with its author in a room. */
export function summary(world, message, me) {
  const { room, from } = message;
  if (!room || from === me || kindOf(message).note) return line(message);
  return `${world.memberName(room, from, me)}: ${line(message)}`;
}

/** The same with its author, as a quote shows it. */
export const quotedLine = (world, message, me) =>
  `${authorName(world, message, me)}: ${line(message)}`;

/** A message as an item of the conversation; `first` of several by the same author shows who. */
export function bubble(message, { view, first, menu }) {
  const kind = kindOf(message);
  if (kind.note) return h('li', { class: 'note', 'data-id': message.id }, kind.body(message, view));
  const { world, me } = view;
  const mine = isMine(message, me);
  const name = authorName(world, message, me);
  const open = (event) => menu(event.currentTarget);
  const more = iconButton('more', t('more_about_message'), open, 'more');
  const item = h(
    'li',
    {
      class: `message ${mine ? 'out' : 'in'} ${first ? 'first' : ''}`,
      'data-id': message.id,
      oncontextmenu: (event) => openMenu(event, more, menu),
    },
    first ? face(view, message, mine) : h('span', { class: 'avatar none' }),
    h(
      'div',
      { class: 'stack' },
      first && h('span', { class: message.room && !mine ? 'author' : 'author hidden' }, name),
      h(
        'div',
        { class: 'bubble-row' },
        h(
          'div',
          { class: kind.bare ? 'bubble bare' : 'bubble', title: moment(message.time) },
          kind.body(message, view),
        ),
        more,
      ),
      message.call && webMark(message.call),
    ),
  );
  return item;
}

/** The page's own menu, but the browser's where somebody has chosen words or points at a link. */
function openMenu(event, more, menu) {
  if (event.target.closest('a, input') || String(getSelection())) return;
  event.preventDefault();
  menu(more);
}

function authorName(world, { from, room }, me) {
  if (from === me) return t('you');
  return room ? world.memberName(room, from, me) : world.name(from, me);
}

function face({ app, world, me }, { from, to, call }, mine) {
  if (from === me && !mine) return h('span', { class: 'avatar device' }, icon('computer'));
  const name = world.name(from, me);
  if (!world.accounts.has(from)) return avatar(world, from, name);
  return h(
    'button',
    {
      type: 'button',
      class: 'face-link',
      'aria-label': t('about_person', { name }),
      onclick: () => app.showContact(from),
    },
    avatar(world, from, name),
  );
}

const webMark = (call) =>
  h(
    'small',
    { class: 'mark', title: t('from_web_title', { call }) },
    icon('computer'),
    t('from_web'),
  );
