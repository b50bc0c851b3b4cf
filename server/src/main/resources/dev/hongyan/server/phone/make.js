// SPDX-License-Identifier: Apache-2.0
// What people make on their phones: rooms, friends, and (as the page's owner) new people.

import { avatar } from './avatar.js';
import { field, openDialog } from './dialog.js';
import { h, keep, walkByArrows, whenEndIsNear } from './dom.js';
import { t } from './language.js';
import { matching } from './world.js';

const SHORT_NAME = /^[a-z0-9-]{1,32}$/;
const WINDOW = 80;

export async function newRoom(app) {
  const me = app.state.me;
  const world = app.state.world;
  const name = textInput({ autofocus: true, maxlength: '64' });
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

export async function newFriend(app) {
  const { me, world } = app.state;
  const known = new Set([me, ...world.contactsOf(me).map((row) => row.id)]);
  const strangers = world.everybody().filter((row) => !known.has(row.id));
  const picker = pickFrom(world, strangers, 'radio');
  const remark = textInput({ maxlength: '64' });
  const name = world.accounts.get(me)?.nickName ?? me;
  const made = await openDialog({
    title: t('new_friend'),
    content: strangers.length
      ? [picker.element(t('friend_pick')), field(t('friend_remark', { name }), remark)]
      : [h('p', { class: 'hint' }, t('friend_all'))],
    act: strangers.length ? t('add') : undefined,
    action: 'friend',
    submit: async () => {
      const [chosen] = picker.chosen;
      if (!chosen) return t('friend_pick');
      await app.api.befriend(me, chosen, remark.value.trim());
    },
  });
  if (!made) return;
  app.sync.now({ world: true });
  app.go({ account: me, screen: 'chat', chat: [...picker.chosen][0] });
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

export function showMembers(app, room) {
  const { me, world } = app.state;
  const { name, members } = world.rooms.get(room);
  const row = (member) => {
    const shown = world.memberName(room, member.id, me);
    return h(
      'li',
      { class: 'choice' },
      avatar(world, member.id, shown),
      h('span', { class: 'who' }, h('strong', {}, shown), h('small', {}, member.id)),
    );
  };
  return openDialog({
    title: `${name} · ${t('members', { n: members.length })}`,
    content: [h('ul', { class: 'pick-list', tabindex: '0' }, members.map(row))],
  });
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

/** A searchable list to choose from: many (`checkbox`) or one (`radio`). */
function pickFrom(world, rows, type) {
  const chosen = new Set();
  let shown = WINDOW;
  const count = h('small', { class: 'hint', role: 'status' });
  const list = h('ul', { class: 'pick-list' });
  const search = h('input', {
    type: 'search',
    'aria-label': t('search_people'),
    placeholder: t('search_people'),
    autofocus: type === 'radio',
    oninput: () => {
      shown = WINDOW;
      draw();
    },
  });
  // The first row is for Enter in the chat list; here Enter submits the form.
  walkByArrows(list);
  whenEndIsNear(list, () => {
    shown += WINDOW;
    draw();
  });
  draw();

  function draw() {
    keep(list, matching(rows, search.value).slice(0, shown), {
      key: (row) => row.id,
      look: () => '',
      make: choice,
    });
  }

  function choice({ id, name }) {
    const input = h('input', {
      type,
      name: 'picked',
      checked: chosen.has(id),
      onchange: () => {
        if (type === 'radio') chosen.clear();
        if (input.checked) chosen.add(id);
        else chosen.delete(id);
        count.textContent = type === 'radio' ? '' : t('chosen', { n: chosen.size });
      },
    });
    return h(
      'li',
      {},
      h(
        'label',
        { class: 'choice' },
        input,
        avatar(world, id, name),
        h('span', { class: 'who' }, h('strong', {}, name), h('small', {}, id)),
      ),
    );
  }

  const element = (label) =>
    h(
      'fieldset',
      { class: 'field' },
      h('legend', {}, label, ' ', count),
      rows.length > 8 && search,
      list,
    );
  return { chosen, element };
}
