// SPDX-License-Identifier: Apache-2.0
// What somebody shows of himself, to be changed by himself.

import { avatar } from './avatar.js';
import { field, openDialog } from './dialog.js';
import { h } from './dom.js';
import { t } from './language.js';

const TEXTS = ['nickName', 'alias', 'signature', 'province', 'city'];
const SEXES = ['unknown', 'female', 'male'];

export async function showProfile(app) {
  const { me, world } = app.state;
  let profile;
  if (!(await app.attempt('profile', async () => (profile = await app.api.profile(me))))) return;
  const inputs = Object.fromEntries(TEXTS.map((name) => [name, inputOf(name, profile[name])]));
  const sex = h(
    'select',
    {},
    SEXES.map((each) =>
      h('option', { value: each, selected: each === profile.sex }, t(`sex_${each}`)),
    ),
  );
  const picture = h('input', { type: 'checkbox' });
  const changed = await openDialog({
    title: t('profile'),
    content: [
      h(
        'div',
        { class: 'person-head' },
        avatar(world, me, profile.nickName),
        h('span', { class: 'who' }, h('strong', {}, profile.nickName), h('small', {}, me)),
      ),
      ...TEXTS.map((name) => field(t(`profile_${name}`), inputs[name])),
      field(t('profile_sex'), sex),
      h('label', { class: 'choice' }, picture, h('span', {}, t('profile_new_picture'))),
    ],
    act: t('save'),
    action: 'profile',
    submit: async () => {
      if (!inputs.nickName.value.trim()) {
        inputs.nickName.focus();
        return t('profile_nickName');
      }
      await app.api.editProfile(me, changes());
    },
  });
  if (changed) app.sync.now({ world: true });

  function changes() {
    const said = TEXTS.map((name) => [name, inputs[name].value.trim()]);
    const change = Object.fromEntries(said.filter(([name, value]) => value !== profile[name]));
    if (sex.value !== profile.sex) change.sex = sex.value;
    if (picture.checked) change.newPicture = true;
    return change;
  }
}

const inputOf = (name, value) =>
  h('input', { type: 'text', autocomplete: 'off', maxlength: '64', value });
