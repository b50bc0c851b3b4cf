// SPDX-License-Identifier: Apache-2.0
// Which screen an address means: `#lin`, `#lin/chat/mei`, `#lin/scan`, `#lin/code/UUID`, `/l/UUID`.

import { uuidOfPath } from './code.js';

const ARGUMENT = { chat: 'chat', code: 'code' };

export function href({ account, screen, chat, code }) {
  const parts = [account, screen, chat ?? code].filter(Boolean).map(encodeURIComponent);
  return `/phone#${parts.join('/')}`;
}

export function routeOf({ pathname, hash }) {
  const [account, screen, argument] = partsOf(hash);
  if (!account) return { screen: 'people', code: codeOfPath(pathname) };
  if (screen in ARGUMENT && argument) return { account, screen, [ARGUMENT[screen]]: argument };
  return { account, screen: screen === 'scan' ? 'scan' : 'chats' };
}

function partsOf(hash) {
  try {
    return hash.slice(1).split('/').map(decodeURIComponent);
  } catch {
    return [];
  }
}

const codeOfPath = (pathname) => (pathname.startsWith('/phone') ? undefined : uuidOfPath(pathname));
