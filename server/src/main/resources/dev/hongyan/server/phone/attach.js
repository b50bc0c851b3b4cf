// SPDX-License-Identifier: Apache-2.0
// What can be sent beside words, and how each is come by: a file, a small form, the microphone.

import { choosePerson } from './choose.js';
import { t } from './language.js';
import { kindOf, sentBy } from './kinds.js';
import { openMenu } from './menu.js';
import { LIMITS } from './outbox.js';
import { recordVoice } from './recorder.js';
import { askThing } from './things.js';

const FILES = {
  picture: { accept: 'image/*', many: true },
  video: { accept: 'video/*', many: false },
  file: { accept: '', many: true },
  voice: { accept: 'audio/*', many: false },
  emoticon: { accept: 'image/gif,image/png,image/webp', many: false },
};

/** Everything that is no words and no answer to a message. */
export function attachMenu(app, chat, anchor) {
  const label = (type) => t(kindOf({ type }).label);
  const drawing = (type) => kindOf({ type }).icon;
  const file = (kind) => ({
    label: kind === 'voice' ? t('voice_file') : label(kind),
    icon: drawing(kind),
    run: () => pickFiles(app, chat, kind),
  });
  const thing = (type) => ({
    label: label(type),
    icon: drawing(type),
    run: () => askThing(app, chat, type),
  });
  const items = [
    ...sentBy('file').map(file),
    { label: t('record_voice'), icon: 'microphone', run: () => recordVoice(app, chat) },
    { label: label('card'), icon: drawing('card'), run: () => sendCard(app, chat) },
    ...sentBy('form').map(thing),
  ];
  openMenu(anchor, items, { wide: true, label: t('attach') });
}

function pickFiles(app, chat, kind) {
  const { accept, many } = FILES[kind];
  const input = document.createElement('input');
  Object.assign(input, { type: 'file', accept, multiple: many });
  input.onchange = () => sendFiles(app, chat, [...input.files], () => kind);
  input.click();
}

/** Sends files, each as what `kindFor(file)` says; what is too large is said, not tried. */
export function sendFiles(app, chat, files, kindFor) {
  for (const file of files) {
    const kind = kindFor(file);
    if (!file.size) app.toast(t('file_empty', { name: file.name }), true);
    else if (file.size <= LIMITS[kind]) app.outbox.add(chat, kind, file);
    else app.toast(t(kind === 'file' ? 'file_large' : 'media_large', { name: file.name }), true);
  }
}

/** What a file is sent as unless somebody says otherwise. */
export function usualKind({ type, size }) {
  const [family] = type.split('/');
  const kind = { image: 'picture', video: 'video' }[family] ?? 'file';
  return size <= LIMITS[kind] ? kind : 'file';
}

async function sendCard(app, chat) {
  const { me } = app.state;
  const card = (person) => app.api.send(me, chat, { card: person });
  if (await choosePerson(app, t('card_whose'), t('send'), card)) app.sync.now();
}
