// SPDX-License-Identifier: Apache-2.0
// What can be done with a message: copied, quoted, forwarded, saved, taken back.

import { chooseChat } from './choose.js';
import { t } from './language.js';
import { openMenu } from './menu.js';
import { isMine } from './state.js';

/** The server takes nothing back that is older. */
const RECALL_MS = 2 * 60_000;

/** What only its receiver may have. */
const PRIVATE = new Set(['friend-request', 'transfer', 'red-packet', 'call', 'live-location']);

export function messageMenu(app, message, anchor) {
  const { type, text, media } = message;
  const words = type === 'text' || type === 'quote';
  openMenu(anchor, [
    words && { label: t('copy'), icon: 'paste', run: () => copy(app, text) },
    { label: t('quote'), icon: 'quote', run: () => app.quote(message) },
    !PRIVATE.has(type) && { label: t('forward'), icon: 'next', run: () => forward(app, message) },
    media && { label: t('save'), icon: 'download', run: () => save(app, message) },
    mayRecall(app, message) && {
      label: t('recall'),
      icon: 'undo',
      danger: true,
      run: () => recall(app, message),
    },
  ], { label: t('more_about_message') });
}

const mayRecall = ({ state }, message) =>
  message.from === state.me &&
  isMine(message, state.me) &&
  Date.now() - Date.parse(message.time) < RECALL_MS;

async function copy(app, text) {
  if (await app.attempt('copy', () => navigator.clipboard.writeText(text))) app.toast(t('copied'));
}

const save = (app, message) => app.attempt('media', () => app.media.save(message));

async function recall(app, { id }) {
  await app.attempt('recall', () => app.api.recall(app.state.me, id));
  app.sync.now();
}

async function forward(app, { id }) {
  const { me } = app.state;
  const chat = await chooseChat(app, t('forward_to'), t('forward'), (to) =>
    app.api.send(me, to, { forward: id }),
  );
  if (!chat) return;
  app.toast(t('forwarded'));
  app.sync.now();
}
