// SPDX-License-Identifier: Apache-2.0
// What a phone shows after a scan: log in to Web WeChat? Yes or no, and what came of it.

import { avatar } from './avatar.js';
import { h, icon, iconButton } from './dom.js';
import { failure, t } from './language.js';

/** A scanned code that the server lists no more for so many looks has run out. */
const LOOKS_BEFORE_GONE = 2;

export function confirmView(app, { code: uuid }) {
  const { state } = app;
  const me = state.me;
  let step = '';
  let helper = false;
  let listed = false;
  let missed = 0;
  let lastLook = state.toldAt;
  const body = h('div', { class: 'confirm-body', role: 'status' });
  const element = h(
    'main',
    { class: 'pane confirm' },
    h('header', { class: 'bar' }, iconButton('close', t('close'), leave, 'back')),
    body,
  );
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && step !== 'asking') leave();
  });

  /** What this phone has scanned already (before a reload, or by push) is not scanned anew. */
  async function begin() {
    try {
      const known = (await app.api.codes()).find((code) => code.uuid === uuid);
      const mine = known?.account === me;
      helper = known?.profile === 'filehelper';
      if (!mine) await app.api.scan(me, uuid);
      show(mine && known.state === 'confirmed' ? 'confirmed' : 'asking', mine);
    } catch (error) {
      if (error.status === 404 || error.status === 409) show('gone', error);
      else show('failed', error);
    }
    app.sync.now();
  }

  function update() {
    if (step !== 'asking' || lastLook === state.toldAt) return;
    lastLook = state.toldAt;
    const here = state.codes.find((code) => code.uuid === uuid);
    listed ||= Boolean(here);
    missed = here ? 0 : missed + 1;
    if (here?.state === 'confirmed') show('confirmed');
    else if (listed && missed >= LOOKS_BEFORE_GONE) show('gone');
  }

  async function answer(action, then) {
    for (const button of body.querySelectorAll('button')) button.disabled = true;
    try {
      await app.api[action](uuid);
      show(then);
    } catch (error) {
      if (error.status === 404 || error.status === 409) return show('gone', error);
      app.toast(failure(error, action), true);
      for (const button of body.querySelectorAll('button')) button.disabled = false;
    }
    app.sync.now();
  }

  function leave() {
    app.go({ account: me });
  }

  function show(next, detail) {
    step = next;
    element.dataset.step = next;
    body.replaceChildren(...screens[next](detail));
    body.querySelector('.primary')?.focus();
  }

  const name = () => state.world?.accounts.get(me)?.nickName ?? me;
  const button = (label, onclick, kind) =>
    h('button', { type: 'button', class: `button wide ${kind}`, onclick }, label);
  const done = () => button(t('done'), leave, 'primary');
  const again = () =>
    button(t('code_again'), () => app.go({ account: me, screen: 'scan' }), 'primary');
  const words = (title, hint) => [
    h('h1', { tabindex: '-1' }, title),
    h('p', { class: 'hint' }, hint),
  ];
  const emblem = (drawing, kind = '') => h('div', { class: `emblem ${kind}` }, icon(drawing));

  const explanation = (before) => {
    if (helper) return 'code_explain_helper';
    return before ? 'code_explain_again' : 'code_explain';
  };

  const screens = {
    scanning: () => [emblem('scan', 'busy'), h('p', { class: 'hint' }, t('code_scanning'))],
    asking: (before) => [
      emblem('computer'),
      ...words(
        t(helper ? 'code_question_helper' : 'code_question'),
        t(explanation(before), { name: name() }),
      ),
      h(
        'div',
        { class: 'owner-name' },
        state.world ? avatar(state.world, me, name()) : '',
        h('span', { class: 'who' }, h('strong', {}, name()), h('small', {}, me)),
      ),
      state.sessionOf(me) ? h('p', { class: 'notice' }, t('code_replaces')) : '',
      h(
        'div',
        { class: 'answers' },
        button(t('code_confirm'), () => answer('confirm', 'confirmed'), 'primary'),
        button(t('cancel'), () => answer('cancel', 'cancelled'), 'plain'),
      ),
    ],
    confirmed: () => [
      emblem('check', 'good'),
      ...words(
        t('code_confirmed'),
        t(helper ? 'code_confirmed_helper' : 'code_confirmed_hint', { name: name() }),
      ),
      h('div', { class: 'answers' }, done()),
    ],
    cancelled: () => [
      emblem('close'),
      ...words(t('code_cancelled'), t('code_cancelled_hint')),
      h('div', { class: 'answers' }, done()),
    ],
    gone: (error) => [
      emblem('scan', 'bad'),
      ...words(t('code_gone'), t('code_gone_hint')),
      h('small', {}, error?.message ?? ''),
      h('div', { class: 'answers' }, again()),
    ],
    failed: (error) => [
      emblem('scan', 'bad'),
      ...words(t('code_failed'), failure(error, 'scan')),
      h('div', { class: 'answers' }, again()),
    ],
  };

  show('scanning');
  begin();
  return { element, update, focus: () => body.querySelector('.primary, h1')?.focus() };
}
