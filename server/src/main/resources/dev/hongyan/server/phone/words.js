// SPDX-License-Identifier: Apache-2.0
// The words of a message: faces are drawn, addresses lead somewhere, mentions stand out.

import { h } from './dom.js';
import { face } from './faces.js';

/** An address up to a blank or the punctuation that may follow it, a face, a mention. */
const PIECES = new RegExp(
  [
    /(?<link>https?:\/\/[^\s<>"'，。！？；、）】」』]+)/u,
    /\[(?<face>[^[\]\s]{1,12})\]/u,
    /(?<mention>@[^@\s\u2005]+\u2005)/u,
  ]
    .map((piece) => piece.source)
    .join('|'),
  'gu',
);

/** What the service's notes have in them where phones show a button. */
const ANCHOR = /<a href="(?<href>[^"]*)">(?<label>[^<]*)<\/a>/u;

/** The words as nodes. */
export function words(text) {
  const nodes = [];
  let end = 0;
  for (const found of text.matchAll(PIECES)) {
    const node = piece(found.groups);
    if (!node) continue;
    if (found.index > end) nodes.push(text.slice(end, found.index));
    nodes.push(node);
    end = found.index + found[0].length;
  }
  if (end < text.length) nodes.push(text.slice(end));
  return nodes;
}

function piece({ link, face: name, mention }) {
  if (link) return outside(link, link);
  if (mention) return h('span', { class: 'mention' }, mention);
  return face(name);
}

/** A note of the service as nodes; `act` is called by the button that it may have. */
export function noteWords(text, act) {
  const anchor = ANCHOR.exec(text);
  if (!anchor) return words(text);
  const { index, groups } = anchor;
  return [
    ...words(text.slice(0, index)),
    h('button', { type: 'button', class: 'link', onclick: act }, groups.label),
    ...words(text.slice(index + anchor[0].length)),
  ];
}

/** A link that leaves this page; plain words where browsers should not open the address. */
export function outside(address, ...content) {
  return isAddress(address)
    ? h(
        'a',
        { class: 'link', href: address, target: '_blank', rel: 'noopener noreferrer' },
        ...content,
      )
    : h('span', {}, ...content);
}

export const isAddress = (text) => /^https?:\/\/./u.test(text ?? '');
