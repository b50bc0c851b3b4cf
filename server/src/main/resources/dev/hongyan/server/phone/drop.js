// SPDX-License-Identifier: Apache-2.0
// Files that were dropped on a chat or pasted into it are shown before they go out.

import { sendFiles, usualKind } from './attach.js';
import { openDialog } from './dialog.js';
import { h, icon } from './dom.js';
import { size, t } from './language.js';

/** Takes files that are dropped on `element` for the chat. */
export function takeDrops(app, chat, element) {
  let depth = 0;
  const hasFiles = (event) => event.dataTransfer?.types.includes('Files');
  const over = (on) => element.classList.toggle('drop-here', on);
  element.addEventListener('dragenter', (event) => {
    if (hasFiles(event)) over(++depth > 0);
  });
  element.addEventListener('dragleave', (event) => {
    if (hasFiles(event)) over(--depth > 0);
  });
  element.addEventListener('dragover', (event) => hasFiles(event) && event.preventDefault());
  element.addEventListener('drop', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    depth = 0;
    over(false);
    askToSend(app, chat, [...event.dataTransfer.files]);
  });
}

/** Takes files out of what is pasted; words go where they went before. */
export function takePaste(app, chat, event) {
  const files = [...(event.clipboardData?.files ?? [])];
  if (!files.length) return;
  event.preventDefault();
  askToSend(app, chat, files);
}

async function askToSend(app, chat, files) {
  const urls = [];
  const plain = h('input', { type: 'checkbox' });
  const media = files.some((file) => usualKind(file) !== 'file');
  await openDialog({
    title: t('send_files', { n: files.length }),
    content: [
      h('ul', { class: 'file-list' }, files.map(row)),
      media && h('label', { class: 'choice' }, plain, h('span', {}, t('send_as_files'))),
    ],
    act: t('send'),
    submit: () => sendFiles(app, chat, files, (file) => (plain.checked ? 'file' : usualKind(file))),
  });
  urls.forEach(URL.revokeObjectURL);

  function row(file) {
    return h(
      'li',
      { class: 'choice' },
      file.type.startsWith('image/')
        ? preview(file)
        : h('span', { class: 'no-preview' }, icon('file')),
      h('span', { class: 'who' }, h('strong', {}, file.name), h('small', {}, size(file.size))),
    );
  }

  function preview(file) {
    const url = URL.createObjectURL(file);
    urls.push(url);
    return h('img', { class: 'preview', src: url, alt: '' });
  }
}
