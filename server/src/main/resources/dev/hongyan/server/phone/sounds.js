// SPDX-License-Identifier: Apache-2.0
// Voices: one plays at a time, and its bar tells how far it is.

import { h, icon } from './dom.js';
import { length, t } from './language.js';

/** A voice of a minute is as wide as they get. */
const WIDEST_SECONDS = 60;

let playing;

export function voice(message, { app }) {
  const seconds = Number(message.about?.seconds ?? 0);
  const bar = h('progress', { max: '1', value: '0', 'aria-hidden': 'true' });
  const button = h(
    'button',
    { type: 'button', class: 'voice', 'aria-label': t('voice_play', { n: Math.round(seconds) }) },
    icon('play'),
    bar,
    h('span', {}, length(seconds)),
  );
  const share = Math.min(1, seconds / WIDEST_SECONDS);
  button.style.setProperty('--share', share.toFixed(2));
  button.addEventListener('click', () => app.attempt('sound', toggle));
  let sound;

  async function toggle() {
    if (sound && !sound.paused) return sound.pause();
    sound ??= await load();
    if (playing !== sound) playing?.pause();
    playing = sound;
    await sound.play();
  }

  async function load() {
    const audio = new Audio(await app.media.url(message.id));
    audio.addEventListener('play', () => show(true));
    audio.addEventListener('pause', () => show(false));
    audio.addEventListener('ended', () => (bar.value = 0));
    audio.addEventListener('timeupdate', () => {
      const whole = Number.isFinite(audio.duration) ? audio.duration : seconds;
      if (whole) bar.value = Math.min(1, audio.currentTime / whole);
    });
    return audio;
  }

  function show(on) {
    button.classList.toggle('playing', on);
    button.querySelector('.icon').replaceWith(icon(on ? 'pause' : 'play'));
  }

  return [button];
}
