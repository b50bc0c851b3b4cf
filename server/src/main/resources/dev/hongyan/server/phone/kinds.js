// SPDX-License-Identifier: Apache-2.0
// Every kind of message by the `type` that the phone API gives it: what it is called, its drawing,
// and how it looks. `body(message, view)` returns nodes; `bare` kinds need no bubble around them,
// `note` kinds stand between the messages. `sent` tells how somebody sends one from here.

import { friendRequest, personCard } from './cards.js';
import { fileChip } from './files.js';
import { video } from './films.js';
import { callNote, liveLocation, redPacket, sticker, transfer, unsupported } from './notices.js';
import { picture } from './pictures.js';
import { quote } from './quotes.js';
import { articles, link, location, miniProgram, music } from './shares.js';
import { voice } from './sounds.js';
import { recallNote, systemNote } from './notes.js';
import { words } from './words.js';

// One kind a line: tests read this table.
export const KINDS = {
  'text': { label: 'type_text', icon: 'chat', body: ({ text }) => words(text), sent: 'words' },
  'quote': { label: 'type_quote', icon: 'quote', body: quote, sent: 'words' },
  'picture': { label: 'type_picture', icon: 'picture', body: picture, bare: true, sent: 'file' },
  'video': { label: 'type_video', icon: 'film', body: video, bare: true, sent: 'file' },
  'file': { label: 'type_file', icon: 'file', body: fileChip, bare: true, sent: 'file' },
  'voice': { label: 'type_voice', icon: 'microphone', body: voice, sent: 'file' },
  'emoticon': { label: 'type_emoticon', icon: 'face', body: picture, bare: true, sent: 'file' },
  'sticker': { label: 'type_emoticon', icon: 'face', body: sticker },
  'card': { label: 'type_card', icon: 'person', body: personCard, bare: true, sent: 'person' },
  'friend-request': { label: 'type_friend_request', icon: 'person-plus', body: friendRequest, sent: 'person' },
  'location': { label: 'type_location', icon: 'pin', body: location, bare: true, sent: 'form' },
  'live-location': { label: 'type_live_location', icon: 'pin', body: liveLocation, sent: 'form' },
  'link': { label: 'type_link', icon: 'link', body: link, bare: true, sent: 'form' },
  'articles': { label: 'type_articles', icon: 'link', body: articles, bare: true, sent: 'form' },
  'music': { label: 'type_music', icon: 'music', body: music, bare: true, sent: 'form' },
  'mini-program': { label: 'type_mini_program', icon: 'program', body: miniProgram, bare: true, sent: 'form' },
  'transfer': { label: 'type_transfer', icon: 'money', body: transfer, bare: true, sent: 'form' },
  'red-packet': { label: 'type_red_packet', icon: 'money', body: redPacket, bare: true, sent: 'form' },
  'call': { label: 'type_call', icon: 'call', body: callNote, sent: 'form' },
  'unsupported': { label: 'type_unsupported', icon: 'file', body: unsupported, sent: 'form' },
  'system': { label: 'type_system', icon: 'chat', body: systemNote, note: true },
  'recall': { label: 'type_recall', icon: 'undo', body: recallNote, note: true, sent: 'menu' },
};

/** The kind of a message; one that this page does not know is shown as such. */
export const kindOf = ({ type }) => KINDS[type] ?? KINDS.unsupported;

/** The types that are sent in this way. */
export const sentBy = (way) => Object.keys(KINDS).filter((type) => KINDS[type].sent === way);
