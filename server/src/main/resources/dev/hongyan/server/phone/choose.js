// SPDX-License-Identifier: Apache-2.0
// Asks for a chat, or for somebody, and does something with whom was chosen.

import { chatName } from './chats.js';
import { openDialog } from './dialog.js';
import { t } from './language.js';
import { pickFrom } from './pick.js';

/** Promises the chat that was chosen, once `act(chat)` is done; undefined if none was. */
export function chooseChat(app, title, label, act) {
  const { me, world } = app.state;
  const helper = { id: 'filehelper', name: chatName(world, 'filehelper', me), needle: '' };
  helper.needle = `${helper.name}\nfilehelper`.toLocaleLowerCase();
  return choose(app, [helper, ...world.contactsOf(me)], title, label, act);
}

/** The same for a person or official account among those whom `me` knows. */
export function choosePerson(app, title, label, act) {
  const { me, world } = app.state;
  const people = world.contactsOf(me).filter(({ id }) => world.accounts.has(id));
  return choose(app, people, title, label, act);
}

async function choose(app, rows, title, label, act) {
  const picker = pickFrom(app.state.world, rows, 'radio');
  const done = await openDialog({
    title,
    content: [picker.element('')],
    act: label,
    action: 'write',
    submit: async () => {
      const [chosen] = picker.chosen;
      if (!chosen) return t('choose_one');
      await act(chosen);
    },
  });
  return done ? [...picker.chosen][0] : undefined;
}
