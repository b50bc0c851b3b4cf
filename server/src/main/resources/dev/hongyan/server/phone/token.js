// SPDX-License-Identifier: Apache-2.0
// Asks for the bearer token of a server that wants one.

import { field, openDialog } from './dialog.js';
import { h } from './dom.js';
import { t } from './language.js';

/** Promises the token, or undefined when the person closes the window. */
export async function askToken(wasWrong) {
  const input = h('input', { type: 'password', autocomplete: 'current-password', autofocus: true });
  const given = await openDialog({
    title: t('token_title'),
    content: [
      h('p', { class: 'hint' }, t(wasWrong ? 'token_wrong' : 'token_hint')),
      field(t('token_label'), input),
    ],
    act: t('token_use'),
    action: 'token',
    submit: async () => (input.value.trim() ? undefined : t('token_hint')),
  });
  return given ? input.value.trim() : undefined;
}
