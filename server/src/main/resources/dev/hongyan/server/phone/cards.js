// SPDX-License-Identifier: Apache-2.0
// People within messages: whose card it is, and who asks to be a friend.

import { avatar } from './avatar.js';
import { h, icon } from './dom.js';
import { t } from './language.js';

export function personCard({ about }, { app, world, me }) {
  const { account } = about;
  const name = world.name(account, me);
  return [
    h(
      'button',
      { type: 'button', class: 'chip card', onclick: () => app.showContact(account) },
      h('span', { class: 'chip-row' }, avatar(world, account, name), who(name, account)),
      foot('person', t('type_card')),
    ),
  ];
}

export function friendRequest({ about, text }, { app, world, me }) {
  const { account } = about;
  const name = world.name(account, me);
  return [
    h(
      'button',
      { type: 'button', class: 'request', onclick: () => app.showContact(account) },
      avatar(world, account, name),
      h(
        'span',
        { class: 'who' },
        h('strong', {}, t('asks_to_be_friend', { name })),
        text && h('span', {}, text),
      ),
    ),
  ];
}

const who = (name, id) =>
  h('span', { class: 'who' }, h('strong', {}, name), h('small', {}, id));

/** The line below a chip that says what kind of thing it is. */
export const foot = (drawing, label) => h('span', { class: 'chip-foot' }, icon(drawing), label);
