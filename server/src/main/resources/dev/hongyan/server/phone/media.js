// SPDX-License-Identifier: Apache-2.0
// Pictures, sounds and files of messages, fetched once and kept while there is room for them.

/** Bytes that may be kept; the oldest go first. */
const ROOM = 256 * 1024 * 1024;

export class Media {
  #api;
  #kept = new Map();
  #bytes = 0;

  constructor(api) {
    this.#api = api;
  }

  /** Promises an address of this page's own for what a message came with. */
  url(id, part = 'content') {
    const key = `${id}/${part}`;
    const known = this.#kept.get(key);
    if (known) return known.url;
    const entry = { size: 0 };
    entry.url = this.#api.media(id, part).then((blob) => {
      entry.size = blob.size;
      this.#bytes += blob.size;
      this.#makeRoom(key);
      return URL.createObjectURL(blob);
    });
    entry.url.catch(() => this.#kept.delete(key));
    this.#kept.set(key, entry);
    return entry.url;
  }

  /** Has the browser save it under its name. */
  async save(message) {
    const link = document.createElement('a');
    link.href = await this.url(message.id);
    link.download = message.media.name;
    link.click();
  }

  #makeRoom(latest) {
    for (const [key, entry] of this.#kept) {
      if (this.#bytes <= ROOM) return;
      if (key === latest || !entry.size) continue;
      this.#kept.delete(key);
      this.#bytes -= entry.size;
      entry.url.then((url) => URL.revokeObjectURL(url));
    }
  }
}
