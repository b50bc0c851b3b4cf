// SPDX-License-Identifier: Apache-2.0
// The place to say something: words, faces, an answer to a message, and everything else by a menu.

import { attachMenu } from './attach.js';
import { h, icon, iconButton } from './dom.js';
import { takePaste } from './drop.js';
import { facePanel } from './faces.js';
import { t } from './language.js';
import { quotedLine } from './message.js';

export function composerOf(app, chat, sent) {
  const { state } = app;
  const draft = `${state.me}/${chat}`;
  let quoted;
  const text = h('textarea', {
    rows: '1',
    placeholder: t('message'),
    title: t('send_hint'),
    enterkeyhint: 'send',
    oninput: () => put(text.value),
    onpaste: (event) => takePaste(app, chat, event),
    onkeydown: (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      send();
    },
  });
  const button = h(
    'button',
    { class: 'send', disabled: true, 'aria-label': t('send'), title: t('send_hint') },
    icon('send'),
  );
  const attach = iconButton('plus', t('attach'), () => attachMenu(app, chat, attach), 'round');
  attach.setAttribute('aria-haspopup', 'menu');
  const faces = h('div', { class: 'face-frame', hidden: true });
  const faceToggle = iconButton('face', t('faces'), toggleFaces, 'round');
  const about = h('div', { class: 'about-quote', hidden: true });
  const element = h(
    'form',
    { class: 'composer', onsubmit: submit, onkeydown: escape },
    about,
    h('div', { class: 'composer-row' }, attach, text, faceToggle, button),
    faces,
  );
  faceToggle.setAttribute('aria-expanded', 'false');
  put(state.drafts.get(draft) ?? '');

  function put(value) {
    if (text.value !== value) text.value = value;
    state.drafts.set(draft, value);
    button.disabled = !value.trim();
  }

  function toggleFaces() {
    if (!faces.firstChild) faces.append(facePanel(insert));
    faces.hidden = !faces.hidden;
    faceToggle.setAttribute('aria-expanded', String(!faces.hidden));
    if (!faces.hidden) faces.querySelector('button').focus();
    sent();
  }

  function insert(code) {
    text.setRangeText(code, text.selectionStart, text.selectionEnd, 'end');
    put(text.value);
  }

  /** Escape closes what is open here before it leaves the chat. */
  function escape(event) {
    if (event.key !== 'Escape' || event.isComposing || (faces.hidden && !quoted)) return;
    event.stopPropagation();
    if (faces.hidden) quote(undefined);
    else toggleFaces();
    text.focus();
  }

  function quote(message) {
    quoted = message;
    about.hidden = !message;
    if (message) {
      about.replaceChildren(
        h('span', {}, quotedLine(state.world, message, state.me)),
        iconButton('close', t('quote_not'), () => quote(undefined)),
      );
      text.focus();
    }
  }

  function submit(event) {
    event.preventDefault();
    send();
  }

  async function send() {
    const words = text.value;
    if (!words.trim()) return;
    const of = quoted;
    const thing = of ? { quote: { text: words, of: of.id } } : { text: words };
    put('');
    quote(undefined);
    text.focus();
    if (await app.attempt('write', () => app.api.send(state.me, chat, thing))) {
      app.sync.now();
      sent();
    } else if (!text.value) {
      put(words);
      quote(of);
    }
  }

  return {
    element,
    quote,
    /** Puts words where they can be changed and sent. */
    compose: (words) => {
      put(words);
      text.focus();
    },
    focus: () => text.focus(),
    name: (name) => text.setAttribute('aria-label', t('message_to', { name })),
  };
}
