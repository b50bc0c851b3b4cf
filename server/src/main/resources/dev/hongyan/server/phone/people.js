// SPDX-License-Identifier: Apache-2.0
// Whose phone is this? Everybody on the server, to pick one.

import { avatar } from './avatar.js';
import { h, icon, keep, walkByArrows, whenEndIsNear } from './dom.js';
import { t } from './language.js';
import { newPerson } from './make.js';
import { href } from './route.js';
import { settings } from './settings.js';
import { matching } from './world.js';

const WINDOW = 60;

/** `code` is the login uuid that the page was opened on, if it was. */
export function peopleView(app, { code }) {
  const { state } = app;
  let shown = WINDOW;
  const search = h('input', {
    type: 'search',
    placeholder: t('search_people'),
    'aria-label': t('search_people'),
    oninput: () => {
      shown = WINDOW;
      update();
    },
  });
  const list = h('ul', { class: 'people-grid' });
  const empty = h('p', { class: 'hint' });
  const add = h(
    'button',
    { type: 'button', class: 'button plain', onclick: () => newPerson(app) },
    icon('plus'),
    t('add_person'),
  );
  const element = h(
    'main',
    { class: 'people' },
    h(
      'div',
      { class: 'people-inner' },
      h(
        'header',
        { class: 'brand' },
        h('img', { src: '/phone/icon.svg', alt: '' }),
        h('strong', {}, 'Hongyan'),
        h('span', { lang: 'zh' }, '鸿雁'),
        settings(app),
      ),
      h('h1', { tabindex: '-1' }, t(code ? 'whose_scan' : 'whose_phone')),
      h('p', { class: 'hint' }, t(code ? 'whose_scan_hint' : 'whose_phone_hint')),
      h('div', { class: 'tools' }, h('div', { class: 'search' }, icon('search'), search), add),
      list,
      empty,
    ),
  );
  whenEndIsNear(element, () => {
    shown += WINDOW;
    update();
  });
  walkByArrows(list, search);

  function update() {
    const everybody = state.world?.people() ?? [];
    const found = rememberedFirst(matching(everybody, search.value));
    keep(list, found.slice(0, shown), {
      key: (row) => row.id,
      look: (row) => `${row.name}|${friendsOf(row.id)}|${Boolean(state.sessionOf(row.id))}`,
      make: card,
    });
    empty.textContent = emptyText(everybody, found);
  }

  function emptyText(everybody, found) {
    if (found.length) return '';
    if (!state.world) return state.link === 'loading' ? t('loading') : '';
    return everybody.length ? t('nobody_matches', { query: search.value }) : t('nobody_here');
  }

  function rememberedFirst(rows) {
    const last = rows.find((row) => row.id === state.remembered);
    return last ? [last, ...rows.filter((row) => row !== last)] : rows;
  }

  const friendsOf = (id) => state.world.accounts.get(id)?.contacts.length ?? 0;

  function card({ id, name }) {
    return h(
      'li',
      {},
      h(
        'a',
        {
          class: 'person',
          href: href(code ? { account: id, screen: 'code', code } : { account: id }),
        },
        avatar(state.world, id, name),
        h(
          'span',
          { class: 'who' },
          h('strong', {}, name),
          h('small', {}, `${id} · ${t('friends', { n: friendsOf(id) })}`),
          state.sessionOf(id) && h('small', { class: 'live' }, t('on_web')),
        ),
      ),
    );
  }

  return { element, update, focus: () => element.querySelector('h1').focus() };
}
