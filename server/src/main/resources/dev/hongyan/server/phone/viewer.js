// SPDX-License-Identifier: Apache-2.0
// A picture as large as the window, and from it to the next and the one before.

import { h, iconButton } from './dom.js';
import { failure, size, t } from './language.js';

export function viewPictures(app, first) {
  const chat = app.state.phone.chatOf(first);
  const all = chat.messages.filter(({ type }) => type === 'picture' || type === 'emoticon');
  let at = all.indexOf(first);
  const image = h('img', { alt: '' });
  const caption = h('span', { class: 'caption', role: 'status' });
  const before = iconButton('back', t('picture_before'), () => step(-1), 'before');
  const after = iconButton('next', t('picture_after'), () => step(1), 'after');
  const dialog = h(
    'dialog',
    {
      class: 'viewer',
      'aria-label': t('type_picture'),
      onclose: () => dialog.remove(),
      onclick: (event) => {
        if (event.target === dialog || event.target === stage) dialog.close();
      },
      onkeydown: ({ key }) => {
        if (key === 'ArrowLeft') step(-1);
        if (key === 'ArrowRight') step(1);
      },
    },
    h(
      'header',
      {},
      caption,
      iconButton('download', t('save'), () =>
        app.attempt('media', () => app.media.save(all[at])),
      ),
      iconButton('close', t('close'), () => dialog.close()),
    ),
  );
  const stage = h('div', { class: 'stage' }, before, image, after);
  dialog.append(stage);
  image.addEventListener('click', () => image.classList.toggle('whole'));

  function step(by) {
    if (all[at + by]) show(at + by);
  }

  async function show(index) {
    at = index;
    const { id, media } = all[at];
    const { name, width, height } = media;
    const pixels = width && `${width} × ${height}`;
    caption.textContent = [name, pixels, size(media.size)].filter(Boolean).join(' · ');
    before.disabled = at === 0;
    after.disabled = at === all.length - 1;
    image.classList.remove('whole');
    image.alt = name;
    try {
      const url = await app.media.url(id);
      if (all[at].id === id) image.src = url;
    } catch (error) {
      caption.textContent = failure(error, 'media');
    }
  }

  document.body.append(dialog);
  dialog.showModal();
  show(at);
}
