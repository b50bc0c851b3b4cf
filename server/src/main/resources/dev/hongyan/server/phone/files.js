// SPDX-License-Identifier: Apache-2.0
// Files: what they are called, how large they are, and a way to have them.

import { h, icon } from './dom.js';
import { size, t } from './language.js';

export function fileChip(message, { app }) {
  const { name, size: bytes } = message.media;
  const state = h('small', {}, size(bytes));
  const button = h(
    'button',
    { type: 'button', class: 'chip file', 'aria-label': t('save_file', { name }), onclick: save },
    h('span', { class: 'who' }, h('strong', { class: 'file-name' }, name), state),
    h('span', { class: `file-kind ${family(name)}` }, icon('file'), h('b', {}, ending(name))),
  );

  async function save() {
    button.disabled = true;
    state.textContent = t('loading');
    await app.attempt('media', () => app.media.save(message));
    state.textContent = size(bytes);
    button.disabled = false;
  }

  return [button];
}

function ending(name) {
  const end = /\.([A-Za-z0-9]{1,4})$/.exec(name)?.[1] ?? '';
  return end.toUpperCase();
}

const FAMILIES = {
  paper: /^(pdf|doc|docx|odt|rtf|ppt|pptx)$/i,
  sheet: /^(csv|xls|xlsx|ods)$/i,
  pack: /^(zip|gz|xz|zst|7z|rar|tar|jar)$/i,
};

function family(name) {
  const end = ending(name);
  return Object.keys(FAMILIES).find((each) => FAMILIES[each].test(end)) ?? 'plain';
}
