// SPDX-License-Identifier: Apache-2.0
// The strip above the chats: the live web session, or a login that waits for an answer.

import { h, icon, keep } from './dom.js';
import { age, moment, t } from './language.js';
import { href } from './route.js';

/** The code that asks this account for an answer, if there is one. */
export const askedCode = (state) =>
  state.codes.find((code) => code.account === state.me && code.state === 'scanned');

export function webStrip(app) {
  const { state } = app;
  const element = h('div', { class: 'strips' });

  function update() {
    const asked = askedCode(state);
    const session = state.sessionOf(state.me);
    const strips = [];
    if (asked && app.route.code !== asked.uuid) strips.push({ id: 'asks', code: asked.uuid });
    if (session) strips.push({ id: 'session', session, activity: activity(session) });
    keep(element, strips, {
      key: (strip) => strip.id,
      look: ({ code, session: s, activity: a }) => [code, s?.since, s?.client, a].join('|'),
      make: (strip) => (strip.code ? asksStrip(strip.code) : sessionStrip(strip)),
    });
  }

  function asksStrip(code) {
    return h(
      'div',
      { class: 'strip asks', role: 'status' },
      icon('computer'),
      h('span', { class: 'who' }, h('strong', {}, t('web_asks'))),
      h(
        'a',
        { class: 'button small', href: href({ account: state.me, screen: 'code', code }) },
        t('web_answer'),
      ),
    );
  }

  function sessionStrip({ session, activity: doing }) {
    const { since, client, profile } = session;
    return h(
      'div',
      { class: 'strip' },
      icon('computer'),
      h(
        'span',
        { class: 'who', title: client ?? '' },
        h('strong', {}, t(profile === 'filehelper' ? 'web_open_helper' : 'web_open')),
        h('small', {}, `${t('web_since', { time: moment(since) })} · ${doing}`),
      ),
      h('button', { type: 'button', class: 'button small plain', onclick: end }, t('web_end')),
    );
  }

  async function end() {
    if (await app.attempt('logout', () => app.api.logout(state.me))) app.toast(t('web_ended'));
    app.sync.now();
  }

  return { element, update };
}

function activity({ held, lastCall }) {
  if (held) return t('web_calling');
  const time = Date.parse(lastCall);
  return Number.isNaN(time)
    ? String(lastCall ?? '')
    : t('web_idle', { age: age((Date.now() - time) / 1000) });
}
