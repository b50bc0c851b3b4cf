// SPDX-License-Identifier: Apache-2.0
// How a message looks: in one line of the chat list, and as a bubble.

import { avatar } from './avatar.js';
import { h, icon } from './dom.js';
import { hasText, moment, size, t } from './language.js';

const NOTES = new Set(['system', 'recall']);
const ICONS = { image: 'picture', picture: 'picture', card: 'people' };

/** One line about a message, with its author in a room. */
export function summary(world, message, me) {
  const text = message.type === 'text' ? message.text : `[${label(message)}]`;
  if (NOTES.has(message.type)) return message.text || label(message);
  if (!message.room || message.from === me) return text ?? '';
  return `${world.memberName(message.room, message.from, me)}: ${text}`;
}

function label({ type }) {
  const key = `type_${type}`;
  return hasText(key) ? t(key) : t('type_other', { type });
}

/** A message as an item of the conversation; `first` of several by the same author shows who. */
export function bubble(world, message, { me, first }) {
  const { type, from, room } = message;
  if (NOTES.has(type)) return h('li', { class: 'note' }, message.text || label(message));
  const mine = from === me;
  const name = mine ? t('you') : room ? world.memberName(room, from, me) : world.name(from, me);
  const faceName = mine ? world.name(from, me) : name;
  return h(
    'li',
    { class: `message ${mine ? 'out' : 'in'} ${first ? 'first' : ''}`, 'data-id': message.id },
    first ? avatar(world, from, faceName) : h('span', { class: 'avatar none' }),
    h(
      'div',
      { class: 'stack' },
      first && h('span', { class: room && !mine ? 'author' : 'author hidden' }, name),
      h('div', { class: 'bubble', title: moment(message.time) }, ...body(message)),
      message.call && webMark(message.call),
    ),
  );
}

const webMark = (call) =>
  h(
    'small',
    { class: 'mark', title: t('from_web_title', { call }) },
    icon('computer'),
    t('from_web'),
  );

function body(message) {
  if (message.type === 'text') return [message.text ?? ''];
  const { name, size: bytes } = message.media ?? {};
  const about = [name, bytes && size(bytes)].filter(Boolean).join(' · ');
  return [
    h(
      'span',
      { class: 'thing' },
      icon(ICONS[message.type] ?? 'file'),
      h(
        'span',
        { class: 'who' },
        h('strong', {}, label(message)),
        about && h('small', {}, about),
        message.text && h('span', {}, message.text),
      ),
    ),
  ];
}
