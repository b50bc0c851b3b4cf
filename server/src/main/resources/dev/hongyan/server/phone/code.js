// SPDX-License-Identifier: Apache-2.0
// Login codes: which one is meant by a text or a picture.

/** What a login uuid is made of; the length keeps whole sentences out. */
const UUID = /^[A-Za-z0-9_=-]{8,64}$/;
const LINK = /^https?:\/\/[^/\s]+\/(?:[^\s?#]*\/)?l\/(?<uuid>[^/?#\s]+)/i;

/** A photograph of the screen is made this small before it travels. */
const LONGEST_SIDE = 1600;
const SMALL_ENOUGH_BYTES = 500_000;

/** The uuid in a pasted text: bare, or the text of the QR picture; undefined if there is none. */
export function uuidIn(text) {
  const trimmed = text.trim();
  const found = LINK.exec(trimmed)?.groups.uuid ?? trimmed;
  const uuid = decodeOrKeep(found);
  return UUID.test(uuid) ? uuid : undefined;
}

/** The uuid that the page was opened on, as `/l/UUID`. */
export const uuidOfPath = (path) => uuidIn(`http://here${path}`);

function decodeOrKeep(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The few characters by which people tell two codes apart. */
export const short = (uuid) => (uuid.length > 10 ? `${uuid.slice(0, 4)}…${uuid.slice(-4)}` : uuid);

/** The picture as base64, made smaller where it is large; fails when it is no picture. */
export async function base64Of(file) {
  const bitmap = await createImageBitmap(file);
  const blob = file.size > SMALL_ENOUGH_BYTES ? await smaller(bitmap) : file;
  bitmap.close();
  const url = await new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
  return url.slice(url.indexOf(',') + 1);
}

function smaller(bitmap) {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext('2d').drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9));
}
