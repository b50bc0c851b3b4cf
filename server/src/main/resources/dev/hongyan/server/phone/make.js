// SPDX-License-Identifier: Apache-2.0
// What people make: rooms on their phones and, as the keepers of this world, new people.

import { field, openDialog } from './dialog.js';
import { h } from './dom.js';
import { t } from './language.js';
import { pickFrom } from './pick.js';

const SHORT_NAME = /^[a-z0-9-]{1,32}$/;

export async function newRoom(app) {
  const me = app.state.me;
  const world = app.state.world;
  const name = textInput({ autofocus: true, maxlength: '50' });
  const id = shortName(world, name, 'room');
  const friends = world.contactsOf(me).filter((row) => world.isPerson(row.id));
  const picker = pickFrom(world, friends, 'checkbox');
  const made = await openDialog({
    title: t('new_room'),
    content: [field(t('room_name'), name), id.field, picker.element(t('room_members'))],
    act: t('create'),
    action: 'room',
    submit: async () => {
      if (!name.value.trim()) return focusOn(name, t('room_name'));
      if (id.wrong()) return id.wrong();
      if (!picker.chosen.size) return t('room_pick');
      const members = [me, ...picker.chosen];
      await app.api.makeRoom(id.value(), name.value.trim(), me, members);
    },
  });
  if (!made) return;
  app.sync.now({ world: true });
  app.go({ account: me, screen: 'chat', chat: id.value() });
}

export async function newPerson(app) {
  const { world } = app.state;
  const name = textInput({ autofocus: true, maxlength: '64' });
  const id = shortName(world, name, 'person');
  const friend = world.accounts.get(app.state.remembered);
  const befriend = h('input', { type: 'checkbox', checked: true });
  const made = await openDialog({
    title: t('new_person'),
    content: [
      field(t('person_name'), name),
      id.field,
      friend &&
        h(
          'label',
          { class: 'choice' },
          befriend,
          h('span', {}, t('befriend_too', { name: friend.nickName || friend.id })),
        ),
    ],
    act: t('create'),
    action: 'person',
    submit: async () => {
      if (!name.value.trim()) return focusOn(name, t('person_name'));
      if (id.wrong()) return id.wrong();
      await app.api.makeAccount(id.value(), name.value.trim());
      if (friend && befriend.checked) await app.api.befriend(id.value(), friend.id);
    },
  });
  if (made) app.sync.now({ world: true });
}

const textInput = (attributes) => h('input', { type: 'text', autocomplete: 'off', ...attributes });

function focusOn(input, words) {
  input.focus();
  return words;
}

/** The short name of something new: proposed from its name until the person types one. */
function shortName(world, name, fallback) {
  const input = textInput({ maxlength: '32', autocapitalize: 'off', spellcheck: 'false' });
  let own = false;
  const propose = () => {
    if (!own) input.value = free(world, slug(name.value) || fallback);
  };
  input.addEventListener('input', () => (own = true));
  name.addEventListener('input', propose);
  propose();
  return {
    field: field(t('short_name'), input, t('short_name_hint')),
    value: () => input.value,
    wrong: () => {
      if (!SHORT_NAME.test(input.value)) return focusOn(input, t('short_name_bad'));
      if (world.has(input.value)) return focusOn(input, t('short_name_taken', { id: input.value }));
      return undefined;
    },
  };
}

function slug(text) {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '');
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 28)
    .replace(/-$/, '');
}

function free(world, wanted) {
  let id = wanted;
  for (let n = 2; world.has(id); n++) id = `${wanted}-${n}`;
  return id;
}
