// SPDX-License-Identifier: Apache-2.0
// The people and rooms of the server, as a value: made anew when the server tells something new.

const fold = (text) => text.toLocaleLowerCase();

export class World {
  #byViewer = new Map();
  #order;

  /** From `GET /phone/world`; `locale` decides the order of names. */
  constructor({ accounts = [], rooms = [] }, locale) {
    this.accounts = new Map(accounts.map((account) => [account.id, account]));
    this.rooms = new Map(rooms.map((room) => [room.id, room]));
    this.#order = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' }).compare;
  }

  has = (id) => this.accounts.has(id) || this.rooms.has(id);

  /** Everybody, as rows of a list, in the order of the world: who matters comes first there. */
  everybody() {
    return (this.all ??= [...this.accounts.values()].map((account) =>
      this.#row(account.id, account.nickName),
    ));
  }

  /** Those of them who have a phone. */
  people() {
    return (this.owners ??= this.everybody().filter((row) => this.isPerson(row.id)));
  }

  isPerson = (id) => this.accounts.get(id)?.type === 'person';

  /** Whom `viewer` can write to, people and rooms, as rows of a list sorted by name. */
  contactsOf(viewer) {
    if (!this.#byViewer.has(viewer)) this.#byViewer.set(viewer, this.#contacts(viewer));
    return this.#byViewer.get(viewer);
  }

  #contacts(viewer) {
    const friends = (this.accounts.get(viewer)?.contacts ?? []).map(({ id, remark }) =>
      this.#row(id, remark || this.accounts.get(id)?.nickName || id),
    );
    const rooms = [...this.rooms.values()]
      .filter((room) => room.members.some((member) => member.id === viewer))
      .map((room) => ({ ...this.#row(room.id, room.name), room }));
    return this.#sorted([...friends, ...rooms]);
  }

  #row(id, name) {
    const { nickName = '', alias } = this.accounts.get(id) ?? {};
    return { id, name: name || id, needle: fold([name, nickName, id, alias ?? ''].join('\n')) };
  }

  #sorted = (rows) => rows.sort((a, b) => this.#order(a.name, b.name));

  /** What `viewer` calls this person or room. */
  name(id, viewer) {
    const known = this.contactsOf(viewer).names ?? this.#nameTable(viewer);
    return known.get(id) ?? this.accounts.get(id)?.nickName ?? this.rooms.get(id)?.name ?? id;
  }

  /** Whether somebody is in the address book of `viewer`. */
  knows = (viewer, id) =>
    Boolean(this.accounts.get(viewer)?.contacts.some((contact) => contact.id === id));

  #nameTable(viewer) {
    const contacts = this.contactsOf(viewer);
    return (contacts.names = new Map(contacts.map((row) => [row.id, row.name])));
  }

  /** What a member is called within a room: as the viewer, as the room, as they themselves say. */
  memberName(room, id, viewer) {
    const remark = this.accounts.get(viewer)?.contacts.find((contact) => contact.id === id)?.remark;
    const member = this.rooms.get(room)?.members.find((each) => each.id === id);
    return remark || member?.displayName || this.accounts.get(id)?.nickName || id;
  }
}

/** The rows that have every word of the query in them. */
export function matching(rows, query) {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return words.length ? rows.filter((row) => words.every((w) => row.needle.includes(w))) : rows;
}
