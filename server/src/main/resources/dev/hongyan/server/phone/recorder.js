// SPDX-License-Identifier: Apache-2.0
// Records a voice with the microphone.

import { openDialog } from './dialog.js';
import { h } from './dom.js';
import { length, t } from './language.js';

/** Phones stop at a minute. */
const LONGEST_S = 60;
const TYPES = ['audio/mp4', 'audio/webm;codecs=opus', 'audio/webm', 'audio/ogg;codecs=opus'];

export async function recordVoice(app, chat) {
  const stream = await open(app);
  if (!stream) return;
  const type = TYPES.find((each) => MediaRecorder.isTypeSupported(each));
  const recorder = new MediaRecorder(stream, type && { mimeType: type });
  const parts = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  const started = performance.now();
  const seconds = () => Math.min(LONGEST_S, (performance.now() - started) / 1000);
  const clock = h('p', { class: 'clock', role: 'timer' }, length(0));
  const ticking = setInterval(() => {
    clock.textContent = length(seconds());
    if (seconds() >= LONGEST_S && recorder.state === 'recording') recorder.pause();
  }, 200);
  recorder.start();
  let said = 0;
  const sent = await openDialog({
    title: t('recording'),
    content: [clock, h('p', { class: 'hint' }, t('recording_hint'))],
    act: t('send'),
    submit: () => (said = seconds()) && undefined,
  });
  clearInterval(ticking);
  await stopped(recorder);
  for (const track of stream.getTracks()) track.stop();
  if (!sent) return;
  app.outbox.add(chat, 'voice', fileOf(parts, recorder.mimeType), { seconds: round(said) });
}

const round = (seconds) => Math.max(0.1, Math.round(seconds * 10) / 10);

async function open(app) {
  if (!navigator.mediaDevices) return void app.toast(t('microphone_insecure'), true);
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: true });
  } catch (error) {
    const denied = error.name === 'NotAllowedError';
    return void app.toast(t(denied ? 'microphone_denied' : 'microphone_none'), true);
  }
}

function stopped(recorder) {
  return new Promise((resolve) => {
    recorder.onstop = resolve;
    if (recorder.state === 'inactive') resolve();
    else recorder.stop();
  });
}

function fileOf(parts, type) {
  const end = /audio\/(\w+)/.exec(type)?.[1] ?? 'webm';
  return new File(parts, `voice.${end === 'mp4' ? 'm4a' : end}`, { type });
}
