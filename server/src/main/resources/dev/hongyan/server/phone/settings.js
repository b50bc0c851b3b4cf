// SPDX-License-Identifier: Apache-2.0
// The two switches of every screen: the other language, and light or dark.

import { h, iconButton } from './dom.js';
import { t } from './language.js';

const THEME = 'hongyan.phone.theme';

export function applyTheme(theme = localStorage.getItem(THEME)) {
  if (theme) document.documentElement.dataset.theme = theme;
}

function switchTheme() {
  const dark =
    (localStorage.getItem(THEME) ??
      (matchMedia('(prefers-color-scheme: dark)').matches && 'dark')) === 'dark';
  localStorage.setItem(THEME, dark ? 'light' : 'dark');
  applyTheme();
}

export function settings(app) {
  return h(
    'div',
    { class: 'settings' },
    h(
      'button',
      { type: 'button', class: 'text-button', onclick: () => app.switchLanguage() },
      t('other_language'),
    ),
    iconButton('theme', t('theme'), switchTheme),
  );
}
