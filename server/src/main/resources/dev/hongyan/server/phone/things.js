// SPDX-License-Identifier: Apache-2.0
// What is sent by its facts alone, each by a small form; `to` makes of them what the phone API
// takes.

import { field, openDialog } from './dialog.js';
import { h } from './dom.js';
import { t } from './language.js';
import { kindOf } from './kinds.js';

const text = (name, more = {}) => ({ name, label: `thing_${name}`, ...more });
const needed = (name, more = {}) => text(name, { needed: true, ...more });
const address = (name, more = {}) =>
  text(name, { type: 'url', placeholder: 'https://…', ...more });
const degrees = (name, value, most) =>
  needed(name, { type: 'number', step: 'any', min: -most, max: most, value });

const THINGS = {
  'location': {
    fields: [
      text('place'),
      text('label'),
      degrees('latitude', '22.5405', 90),
      degrees('longitude', '113.9345', 180),
    ],
    to: ({ place, label, latitude, longitude }) => ({
      location: { place, label, latitude: Number(latitude), longitude: Number(longitude) },
    }),
  },
  'link': {
    fields: [
      needed('title'),
      address('url', { needed: true }),
      text('description'),
      text('source'),
    ],
    to: (said) => ({ link: said }),
  },
  'music': {
    fields: [
      needed('title'),
      text('description'),
      address('url', { needed: true }),
      address('sound'),
    ],
    to: (said) => ({ music: said }),
  },
  'mini-program': {
    fields: [needed('title'), needed('program'), address('url')],
    to: (said) => ({ miniProgram: said }),
  },
  'articles': {
    fields: [needed('title'), text('digest'), address('url', { needed: true })],
    to: (said) => ({ articles: [{ ...said, time: new Date().toISOString() }] }),
  },
  'transfer': {
    fields: [needed('amount', { value: '¥8.88' }), text('memo')],
    to: (said) => ({ transfer: said }),
  },
  'red-packet': {
    fields: [needed('greeting')],
    to: ({ greeting }) => ({ redPacket: greeting }),
  },
  'live-location': { fields: [], to: () => ({ liveLocation: true }) },
  'call': {
    fields: [text('stage', { choices: ['ringing', 'ended'] })],
    to: ({ stage }) => ({ call: stage }),
  },
  'unsupported': { fields: [], to: () => ({ unsupported: true }) },
};

/** Asks for the facts of a thing and sends it. */
export async function askThing(app, chat, type) {
  const { fields, to } = THINGS[type];
  const inputs = fields.map(inputOf);
  inputs[0]?.setAttribute('autofocus', '');
  const { me } = app.state;
  const sent = await openDialog({
    title: t(kindOf({ type }).label),
    content: fields.length
      ? fields.map(({ label, needed: must }, i) =>
          field(t(label), inputs[i], must ? undefined : t('may_be_empty')),
        )
      : [h('p', { class: 'hint' }, t(`thing_${type.replace('-', '_')}_hint`))],
    act: t('send'),
    action: 'write',
    submit: async () => {
      const wrong = inputs.find((input) => !input.checkValidity());
      if (wrong) return complaintOf(wrong, fields[inputs.indexOf(wrong)].label);
      const said = Object.fromEntries(fields.map(({ name }, i) => [name, inputs[i].value.trim()]));
      await app.api.send(me, chat, to(said));
    },
  });
  if (sent) app.sync.now();
}

function inputOf({ name, type = 'text', needed: required = false, choices, label, ...more }) {
  if (choices) return h('select', { name }, choices.map(optionOf));
  return h('input', { name, type, required, autocomplete: 'off', maxlength: '1000', ...more });
}

const optionOf = (choice) => h('option', { value: choice }, t(`stage_${choice}`));

function complaintOf(input, label) {
  input.focus();
  return t('thing_wrong', { name: t(label) });
}
