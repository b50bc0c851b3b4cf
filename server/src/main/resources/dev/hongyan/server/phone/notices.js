// SPDX-License-Identifier: Apache-2.0
// What only phones can do more with: money, calls, a shared place, stickers of the store.

import { foot } from './cards.js';
import { h, icon } from './dom.js';
import { t } from './language.js';

export const transfer = ({ text, about = {} }) => [
  money(about.amount, text || t('transfer_hint'), t('type_transfer')),
];

export const redPacket = ({ text }) => [
  money(text, t('red_packet_hint'), t('type_red_packet'), 'packet'),
];

const money = (title, hint, label, kind = '') =>
  h(
    'span',
    { class: `chip money ${kind}` },
    h(
      'span',
      { class: 'chip-row' },
      icon('money'),
      h('span', { class: 'who' }, h('strong', {}, title), h('small', {}, hint)),
    ),
    foot('money', label),
  );

export const callNote = ({ from, about }, { me }) => [
  thing('call', t(about?.stage === 'ringing' ? ringing(from === me) : 'call_ended')),
];

const ringing = (mine) => (mine ? 'call_ringing_by_me' : 'call_ringing');

export const liveLocation = ({ from }, { me }) => [
  thing('pin', t(from === me ? 'live_location_on_by_me' : 'live_location_on')),
];

export const sticker = () => [thing('face', t('sticker_hint'))];

export const unsupported = ({ type, text }) => [
  thing('file', type === 'unsupported' ? t('unsupported_hint') : t('type_other', { type })),
  text ? h('span', {}, text) : '',
];

const thing = (drawing, words) =>
  h('span', { class: 'thing' }, icon(drawing), h('span', {}, words));
