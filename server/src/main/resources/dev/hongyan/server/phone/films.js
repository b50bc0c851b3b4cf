// SPDX-License-Identifier: Apache-2.0
// Videos: their cover until somebody plays them.

import { h, icon, whenSeen } from './dom.js';
import { length, t } from './language.js';

export function video(message, { app }) {
  const { about = {}, media } = message;
  const cover = about.cover && h('img', { alt: '', width: media.width, height: media.height });
  const button = h(
    'button',
    { type: 'button', class: 'film', 'aria-label': t('video_play'), onclick: play },
    cover,
    h('span', { class: 'film-play' }, icon('play')),
    Number(about.seconds) > 0 && h('small', {}, length(about.seconds)),
  );
  if (cover) {
    whenSeen(button, async () => {
      const url = await app.media.url(message.id, 'cover').catch(() => undefined);
      if (url) cover.src = url;
    });
  }

  async function play() {
    button.disabled = true;
    await app.attempt('media', async () => {
      const player = h('video', {
        class: 'film',
        controls: true,
        playsinline: true,
        src: await app.media.url(message.id),
        'aria-label': media.name,
        onerror: () => {
          player.replaceWith(button);
          app.toast(t('video_bad'), true);
        },
      });
      button.replaceWith(player);
      player.focus();
      player.play().catch(() => {});
    });
    button.disabled = false;
  }

  return [button];
}
