// SPDX-License-Identifier: Apache-2.0
// Somebody: what we call him, what we noted about him, and how we become friends or part.

import { avatar } from './avatar.js';
import { field, openDialog } from './dialog.js';
import { h } from './dom.js';
import { t } from './language.js';
import { showProfile } from './profile.js';
import { toggle } from './toggles.js';

/** Letters of a remark and of a greeting that the service takes. */
const REMARK = 18;
const GREETING = 50;

export function showContact(app, id) {
  const { state } = app;
  if (id === state.me) return showProfile(app);
  if (!state.world.accounts.has(id)) return undefined;
  if (state.world.knows(state.me, id)) return showFriend(app, id);
  return state.requests.some(({ from }) => from === id) ? answer(app, id) : askFriend(app, id);
}

async function showFriend(app, id) {
  const { me, world, book } = app.state;
  const notes = book.contacts.get(id) ?? {};
  const remark = remarkInput(notes.remark ?? '');
  const note = (name) =>
    toggle(t(`note_${name}`), notes[name], (on) => edit(app, id, { [name]: on }));
  const done = await openDialog({
    title: t('contact'),
    content: [
      head(world, id, me),
      field(t('remark'), remark, t('remark_hint')),
      h('div', { class: 'toggles' }, ['pinned', 'muted', 'starred', 'blocked'].map(note)),
      h(
        'div',
        { class: 'dialog-acts' },
        linkButton(t('write'), () => app.go({ account: me, screen: 'chat', chat: id })),
        h(
          'button',
          {
            type: 'button',
            class: 'button plain danger',
            onclick: (event) => part(app, id, event),
          },
          t('delete_contact'),
        ),
      ),
    ],
    act: t('save'),
    action: 'contact',
    submit: async () => {
      if (remark.value !== (notes.remark ?? '')) {
        await app.api.editContact(me, id, { remark: remark.value.trim() });
      }
    },
  });
  if (done) app.sync.now({ world: true });
}

async function edit(app, id, change) {
  const done = await app.attempt('contact', () => app.api.editContact(app.state.me, id, change));
  app.sync.now({ world: true });
  return done;
}

/** Deleting asks once more, in the same place. */
async function part(app, id, { currentTarget: button }) {
  if (!button.dataset.sure) {
    button.dataset.sure = 'yes';
    button.textContent = t('delete_sure');
    return;
  }
  const { me } = app.state;
  if (!(await app.attempt('contact', () => app.api.deleteContact(me, id)))) return;
  button.closest('dialog').close();
  app.state.phone.forget(id);
  app.sync.now({ world: true });
  app.go({ account: me });
}

async function askFriend(app, id) {
  const { me, world } = app.state;
  const name = world.accounts.get(me)?.nickName ?? me;
  const greeting = h('input', {
    type: 'text',
    maxlength: GREETING,
    value: t('greeting_usual', { name }),
    autofocus: true,
  });
  const asked = await openDialog({
    title: t('ask_friend'),
    content: [head(world, id, me), field(t('greeting'), greeting)],
    act: t('ask_friend'),
    action: 'ask',
    submit: () => app.api.askFriend(me, id, greeting.value.trim()),
  });
  if (!asked) return;
  app.toast(t('asked_friend', { name: world.name(id, me) }));
  app.sync.now({ world: true });
}

async function answer(app, id) {
  const { me, world, requests } = app.state;
  const { greeting } = requests.find(({ from }) => from === id);
  const remark = remarkInput('');
  const accepted = await openDialog({
    title: t('friend_request'),
    content: [
      head(world, id, me),
      greeting && h('blockquote', {}, greeting),
      field(t('remark'), remark, t('may_be_empty')),
    ],
    act: t('accept'),
    action: 'accept',
    submit: () => app.api.acceptFriend(me, id, remark.value.trim()),
  });
  if (!accepted) return;
  app.sync.now({ world: true });
  app.go({ account: me, screen: 'chat', chat: id });
}

const remarkInput = (value) => h('input', { type: 'text', maxlength: REMARK, value });

/** Who somebody is: his face, what we call him, what he calls himself. */
function head(world, id, me) {
  const { nickName, alias, type } = world.accounts.get(id);
  const name = world.name(id, me);
  const lines = [name !== nickName && nickName, alias && `${t('alias')}: ${alias}`, id];
  return h(
    'div',
    { class: 'person-head' },
    avatar(world, id, name),
    h(
      'span',
      { class: 'who' },
      h('strong', {}, name),
      h('small', {}, lines.filter(Boolean).join(' · ')),
      type === 'official' && h('small', {}, t('official')),
    ),
  );
}

const linkButton = (label, go) =>
  h(
    'button',
    {
      type: 'button',
      class: 'button plain',
      onclick: ({ currentTarget }) => {
        currentTarget.closest('dialog').close();
        go();
      },
    },
    label,
  );
