// SPDX-License-Identifier: Apache-2.0
// What stands between the messages: what the service says, and what was taken back.

import { h } from './dom.js';
import { t } from './language.js';
import { noteWords } from './words.js';

/** The one button that such notes have asks to be friends again. */
export function systemNote({ from, to, text }, { app, me }) {
  return noteWords(text, () => app.showContact(from === me ? to : from));
}

export function recallNote(message, { app, me, world }) {
  const { from, room, about } = message;
  if (from !== me) {
    const name = room ? world.memberName(room, from, me) : world.name(from, me);
    return [t('recalled_by', { name })];
  }
  const original = app.state.phone.message(about?.of);
  if (original?.type !== 'text') return [t('recalled_by_me')];
  const again = () => app.compose(original.text);
  return [
    `${t('recalled_by_me')} `,
    h('button', { type: 'button', class: 'link', onclick: again }, t('edit_again')),
  ];
}
