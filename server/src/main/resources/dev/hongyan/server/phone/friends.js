// SPDX-License-Identifier: Apache-2.0
// Friends: who asks to be one, which rooms invite, and a way to find somebody and ask him.

import { avatar } from './avatar.js';
import { showContact } from './contact.js';
import { field, openDialog } from './dialog.js';
import { h, keep } from './dom.js';
import { t } from './language.js';
import { pickFrom } from './pick.js';

export function showFriends(app) {
  const { state } = app;
  const asked = h('ul', { class: 'asked' });
  const nothing = h('p', { class: 'hint' }, t('nobody_asks'));
  const stop = state.listen(update);
  update();

  function update() {
    const { requests, book, world } = state;
    const rows = [
      ...requests.map((request) => ({ id: request.from, request })),
      ...book.invitations.map((invitation) => ({ id: invitation.room, invitation })),
    ];
    nothing.hidden = rows.length > 0;
    keep(asked, rows, {
      key: ({ id }) => id,
      look: ({ id }) => world.name(id, state.me),
      make: ({ request, invitation }) =>
        request ? requestRow(app, request) : invitationRow(app, invitation),
    });
  }

  return openDialog({
    title: t('friends_and_rooms'),
    content: [
      h('section', { 'aria-label': t('friends_and_rooms') }, nothing, asked),
      h(
        'div',
        { class: 'dialog-acts column' },
        act(t('find_person'), () => findPerson(app)),
        act(t('befriend_now'), () => befriend(app)),
      ),
    ],
  }).finally(stop);
}

const act = (label, run) =>
  h('button', { type: 'button', class: 'button plain', onclick: run }, label);

function requestRow(app, { from, greeting }) {
  const { world, me } = app.state;
  return row(world, from, world.name(from, me), greeting, [
    h(
      'button',
      {
        type: 'button',
        class: 'button small',
        onclick: () => showContact(app, from),
      },
      t('answer'),
    ),
  ]);
}

function invitationRow(app, { room, by }) {
  const { world, me } = app.state;
  const words = t('invites_into_room', { name: world.name(by, me) });
  return row(world, room, world.rooms.get(room)?.name || room, words, [
    h(
      'button',
      {
        type: 'button',
        class: 'button small',
        onclick: ({ currentTarget }) => {
          currentTarget.closest('dialog').close();
          app.joinRoom(room);
        },
      },
      t('join'),
    ),
  ]);
}

const row = (world, id, name, words, buttons) =>
  h(
    'li',
    { class: 'choice', 'data-asks': id },
    avatar(world, id, name),
    h('span', { class: 'who' }, h('strong', {}, name), words && h('small', {}, words)),
    buttons,
  );

/** Everybody whom one does not know; to ask him is the next step. */
async function findPerson(app) {
  const { world } = app.state;
  const strangers = strangersTo(app);
  const picker = pickFrom(world, strangers, 'radio');
  const chosen = await openDialog({
    title: t('find_person'),
    content: strangers.length
      ? [picker.element(t('friend_pick'))]
      : [h('p', { class: 'hint' }, t('friend_all'))],
    act: strangers.length ? t('next') : undefined,
    submit: async () => (picker.chosen.size ? undefined : t('friend_pick')),
  });
  if (chosen) showContact(app, [...picker.chosen][0]);
}

/** Friends at once, without asking: what the keeper of this world may do. */
async function befriend(app) {
  const { me, world } = app.state;
  const strangers = strangersTo(app);
  const picker = pickFrom(world, strangers, 'radio');
  const remark = h('input', { type: 'text', maxlength: '18', autocomplete: 'off' });
  const name = world.accounts.get(me)?.nickName ?? me;
  const made = await openDialog({
    title: t('befriend_now'),
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

function strangersTo({ state }) {
  const { me, world } = state;
  const known = new Set([me, ...world.contactsOf(me).map((each) => each.id)]);
  return world.everybody().filter((each) => !known.has(each.id));
}
