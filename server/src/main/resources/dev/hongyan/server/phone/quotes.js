// SPDX-License-Identifier: Apache-2.0
// Words about an earlier message, which is shown below them.

import { h } from './dom.js';
import { t } from './language.js';
import { words } from './words.js';

export function quote({ text, about }, { app, lineOf }) {
  const original = app.state.phone.message(about?.of);
  return [
    h('span', {}, words(text)),
    h(
      'button',
      {
        type: 'button',
        class: 'quoted',
        disabled: !original,
        onclick: () => app.reveal(about.of),
      },
      original ? lineOf(original) : t('quote_gone'),
    ),
  ];
}
