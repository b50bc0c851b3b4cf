// SPDX-License-Identifier: Apache-2.0
// Pictures and emoticons: small in the chat, in full when clicked.

import { h, whenSeen } from './dom.js';
import { fileChip } from './files.js';
import { t } from './language.js';
import { viewPictures } from './viewer.js';

export function picture(message, view) {
  const { app } = view;
  const { width, height } = message.media;
  const image = h('img', { alt: '', width, height, draggable: 'false' });
  const button = h(
    'button',
    {
      type: 'button',
      class: `picture ${message.type}`,
      'aria-label': t('picture_open'),
      onclick: () => viewPictures(app, message),
    },
    image,
  );
  const cannot = () => button.replaceWith(...fileChip(message, view));
  image.addEventListener('error', cannot);
  image.addEventListener('load', () => button.classList.add('loaded'));
  whenSeen(button, async () => {
    try {
      image.src = await app.media.url(message.id);
    } catch {
      cannot();
    }
  });
  return [button];
}
