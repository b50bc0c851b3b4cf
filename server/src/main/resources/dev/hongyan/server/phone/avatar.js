// SPDX-License-Identifier: Apache-2.0
// A face for everybody: the first character of the name on a colour that stays theirs.

import { h, icon } from './dom.js';

const HUES = 8;
/** A room shows the first few of its members, as phones do. */
const TILES = 4;

/** The services of a phone have drawings in place of faces. */
const SERVICES = { filehelper: 'folder', fmessage: 'person-plus', weixin: 'chat' };

export function avatar(world, id, name) {
  const drawing = SERVICES[id];
  if (drawing) return h('span', { class: 'avatar device', 'aria-hidden': 'true' }, icon(drawing));
  const room = world.rooms.get(id);
  if (!room) return tile('avatar', id, name);
  const tiles = room.members
    .slice(0, TILES)
    .map((member) => tile('', member.id, world.accounts.get(member.id)?.nickName || member.id));
  return h('span', { class: `avatar room of-${tiles.length}`, 'aria-hidden': 'true' }, tiles);
}

function tile(kind, id, name) {
  const first = [...name][0]?.toUpperCase() ?? '?';
  return h('span', { class: `${kind} hue-${hue(id)}`, 'aria-hidden': 'true' }, first);
}

function hue(id) {
  let sum = 0x811c9dc5;
  for (const character of id) sum = Math.imul(sum ^ character.codePointAt(0), 0x01000193);
  return ((sum >>> 16) ^ (sum & 0xffff)) % HUES;
}
