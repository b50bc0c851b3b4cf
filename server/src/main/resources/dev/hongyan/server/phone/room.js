// SPDX-License-Identifier: Apache-2.0
// A room: its name, what it is to oneself, who is in it, who comes and who goes.

import { avatar } from './avatar.js';
import { field, openDialog } from './dialog.js';
import { h, icon, iconButton, keep, whenEndIsNear } from './dom.js';
import { t } from './language.js';
import { openMenu } from './menu.js';
import { pickFrom } from './pick.js';
import { toggle } from './toggles.js';
import { matching } from './world.js';

/** Letters of a room's name, and of one's own name in it. */
const NAME = 50;
const DISPLAY_NAME = 64;
const WINDOW = 60;

export async function showRoom(app, id) {
  const { me, world } = app.state;
  const room = world.rooms.get(id);
  const mine = room.members.find((member) => member.id === me);
  if (!mine) return;
  const name = h('input', { type: 'text', maxlength: NAME, value: room.name });
  const display = h('input', { type: 'text', maxlength: DISPLAY_NAME, value: mine.displayName });
  const notes = app.state.book.rooms.get(id) ?? {};
  const note = (which) =>
    toggle(t(`note_${which}`), notes[which], (on) => change(app, id, { [which]: on }));
  const members = memberList(app, id);
  const done = await openDialog({
    title: t('room'),
    content: [
      members.element,
      field(t('room_name'), name),
      field(t('my_name_here'), display, t('my_name_hint')),
      h('div', { class: 'toggles' }, ['pinned', 'muted', 'saved'].map(note)),
      h(
        'div',
        { class: 'dialog-acts' },
        h(
          'button',
          {
            type: 'button',
            class: 'button plain danger',
            onclick: (event) => leave(app, id, event),
          },
          t('leave_room'),
        ),
      ),
    ],
    act: t('save'),
    action: 'room',
    submit: async () => {
      if (name.value.trim() !== room.name) {
        await app.api.editRoom(me, id, { name: name.value.trim() });
      }
      if (display.value.trim() !== mine.displayName) {
        await app.api.editMember(me, id, { displayName: display.value.trim() });
      }
    },
  });
  members.close();
  if (done) app.sync.now({ world: true });
}

async function change(app, id, what) {
  const done = await app.attempt('room', () => app.api.editMember(app.state.me, id, what));
  app.sync.now({ world: true });
  return done;
}

async function leave(app, id, { currentTarget: button }) {
  if (!button.dataset.sure) {
    button.dataset.sure = 'yes';
    button.textContent = t('leave_sure');
    return;
  }
  const { me } = app.state;
  if (!(await app.attempt('room', () => app.api.leaveRoom(me, id)))) return;
  button.closest('dialog').close();
  app.state.phone.forget(id);
  app.sync.now({ world: true });
  app.go({ account: me });
}

/** Follows the world while it is open: who was added is there at once. */
function memberList(app, id) {
  const { state } = app;
  let shown = WINDOW;
  const list = h('ul', {
    class: 'pick-list members',
    tabindex: '0',
    'aria-label': t('room_members'),
  });
  const title = h('h3', {});
  const search = h('input', {
    type: 'search',
    placeholder: t('search_people'),
    'aria-label': t('search_people'),
    oninput: update,
  });
  whenEndIsNear(list, () => {
    shown += WINDOW;
    update();
  });
  const stop = state.listen(update);
  update();

  function update() {
    const room = state.world.rooms.get(id);
    if (!room) return;
    title.textContent = t('members', { n: room.members.length });
    search.hidden = room.members.length <= 8;
    const rows = matching(room.members.map((member) => rowOf(state, room, member)), search.value);
    keep(list, rows.slice(0, shown), {
      key: (row) => row.id,
      look: (row) => `${row.name}|${room.owner}`,
      make: (row) => memberRow(app, room, row),
    });
  }

  const add = h(
    'button',
    { type: 'button', class: 'button small plain', onclick: () => addMembers(app, id) },
    icon('person-plus'),
    t('add_members'),
  );
  const element = h(
    'section',
    { class: 'member-section' },
    h('div', { class: 'section-head' }, title, add),
    search,
    list,
  );
  return { element, close: stop };
}

function rowOf({ world, me }, room, { id }) {
  const name = world.memberName(room.id, id, me);
  return { id, name, needle: `${name}\n${id}`.toLocaleLowerCase() };
}

function memberRow(app, room, { id, name }) {
  const { me, world } = app.state;
  const owns = room.owner === me && id !== me;
  const open = () => memberMenu(app, room, id, more);
  const more = owns && iconButton('more', t('more_about', { name }), open, 'more');
  return h(
    'li',
    { class: 'choice', 'data-member': id },
    h(
      'button',
      { type: 'button', class: 'member', onclick: () => app.showContact(id) },
      avatar(world, id, name),
      h(
        'span',
        { class: 'who' },
        h('strong', {}, id === me ? `${name} (${t('you')})` : name),
        h('small', {}, room.owner === id ? `${id} · ${t('owner')}` : id),
      ),
    ),
    more,
  );
}

function memberMenu(app, room, id, anchor) {
  const { me } = app.state;
  const act = async (run) => {
    await app.attempt('room', run);
    app.sync.now({ world: true });
  };
  openMenu(anchor, [
    {
      label: t('make_owner'),
      icon: 'people',
      run: () => act(() => app.api.editRoom(me, room.id, { owner: id })),
    },
    {
      label: t('remove_member'),
      icon: 'close',
      danger: true,
      run: () => act(() => app.api.removeMembers(me, room.id, [id])),
    },
  ]);
}

async function addMembers(app, id) {
  const { me, world } = app.state;
  const inside = new Set(world.rooms.get(id).members.map((member) => member.id));
  const friends = world
    .contactsOf(me)
    .filter((row) => world.isPerson(row.id) && !inside.has(row.id));
  const picker = pickFrom(world, friends, 'checkbox');
  let people = [];
  const added = await openDialog({
    title: t('add_members'),
    content: friends.length
      ? [picker.element(t('friends_to_add'))]
      : [h('p', { class: 'hint' }, t('nobody_to_add'))],
    act: friends.length ? t('add') : undefined,
    action: 'room',
    submit: async () => {
      if (!picker.chosen.size) return t('room_pick');
      people = await app.api.addMembers(me, id, [...picker.chosen]);
    },
  });
  if (!added) return;
  tell(app, people);
  app.sync.now({ world: true });
}

/** Who is not in yet, and why. */
function tell(app, people) {
  const { world, me } = app.state;
  const names = (standing) =>
    people
      .filter((person) => person.standing === standing)
      .map(({ id }) => world.name(id, me))
      .join(', ');
  const told = ['invited', 'has-blocked', 'no-friend']
    .filter((standing) => names(standing))
    .map((standing) => t(`standing_${standing.replace('-', '_')}`, { names: names(standing) }));
  const bad = people.every(({ standing }) => standing !== 'invited');
  if (told.length) app.toast(told.join(' '), bad);
}
