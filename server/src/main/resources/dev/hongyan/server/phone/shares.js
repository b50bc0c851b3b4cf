// SPDX-License-Identifier: Apache-2.0
// What people share: links, articles, music, pages of mini programs, places.

import { foot } from './cards.js';
import { h, icon } from './dom.js';
import { moment, t } from './language.js';
import { isAddress, outside } from './words.js';

/** An invitation into a room comes as a link; the phone says yes to it itself. */
export function link(message, { app }) {
  const { text, about = {} } = message;
  const invitation = app.state.invitationBy(message);
  const below = foot('link', about.source || t('type_link'));
  const chip = share(about.url, text, about.description, below);
  return invitation ? [chip, joinButton(app, invitation)] : [chip];
}

function joinButton(app, { room }) {
  const join = async (event) => {
    event.target.disabled = true;
    await app.joinRoom(room);
    event.target.disabled = false;
  };
  return h('button', { type: 'button', class: 'button small', onclick: join }, t('join'));
}

export const music = ({ text, about = {} }) => [
  share(about.sound || about.url, text, about.description, foot('music', t('type_music'))),
];

export const miniProgram = ({ text, about = {} }) => [
  share(about.url, text, '', foot('program', about.program || t('type_mini_program'))),
];

function share(address, title, description, below) {
  const chip = h(
    'span',
    { class: 'chip share' },
    h('strong', {}, title),
    description && h('small', {}, description),
    below,
  );
  return isAddress(address) ? around(address, chip) : chip;
}

function around(address, chip) {
  const link = outside(address, chip);
  link.className = 'chip-link';
  return link;
}

export function articles({ articles: all = [] }) {
  const row = ({ title, digest, url, time }, index) => {
    const article = outside(
      url,
      h('strong', {}, title),
      digest ? h('small', {}, digest) : '',
      Date.parse(time) > 0 ? h('small', {}, moment(time, true)) : '',
    );
    article.className = 'article';
    return h('li', { class: index ? '' : 'first-article' }, article);
  };
  return [h('ul', { class: 'chip articles' }, all.map(row))];
}

/** A map without a map: nothing here is fetched from elsewhere. */
export function location({ text, about }) {
  const { latitude, longitude, place } = about;
  const where = `${Number(latitude).toFixed(4)}, ${Number(longitude).toFixed(4)}`;
  return [
    h(
      'a',
      { class: 'chip place', href: `geo:${latitude},${longitude}`, title: where },
      h(
        'span',
        { class: 'who' },
        h('strong', {}, place || text || where),
        h('small', {}, place && text ? `${text} · ${where}` : where),
      ),
      h('span', { class: 'map', 'aria-hidden': 'true' }, icon('pin')),
    ),
  ];
}
