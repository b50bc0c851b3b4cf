-- The owner hears nothing from the peer any more.
ALTER TABLE contact ADD COLUMN blocked INTEGER NOT NULL DEFAULT 0;

-- Strangers whom somebody has met: in a search, on a card.
CREATE TABLE acquaintance (
  viewer INTEGER NOT NULL REFERENCES account (id),
  met INTEGER NOT NULL REFERENCES account (id),
  PRIMARY KEY (viewer, met)
) WITHOUT ROWID;

-- Who waits to be somebody's friend; the newest question of each.
CREATE TABLE friend_request (
  asked INTEGER NOT NULL REFERENCES account (id),
  asker INTEGER NOT NULL REFERENCES account (id),
  greeting TEXT NOT NULL,
  scene INTEGER NOT NULL,
  ticket TEXT NOT NULL,
  time INTEGER NOT NULL,
  PRIMARY KEY (asked, asker)
) WITHOUT ROWID;

-- Who waits in front of a large room until he says yes on his phone.
CREATE TABLE invitation (
  invited INTEGER NOT NULL REFERENCES account (id),
  room INTEGER NOT NULL REFERENCES room (id),
  inviter INTEGER NOT NULL REFERENCES account (id),
  time INTEGER NOT NULL,
  PRIMARY KEY (invited, room)
) WITHOUT ROWID;

-- What a session is to hear with the next message of a room, or of any chat where the room is 0;
-- but no later than it is due.
CREATE TABLE deferred_mail (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  session INTEGER NOT NULL REFERENCES session (number),
  room INTEGER NOT NULL,
  kind TEXT NOT NULL,
  subject INTEGER NOT NULL,
  in_room INTEGER NOT NULL,
  time INTEGER NOT NULL,
  due INTEGER NOT NULL
);
CREATE INDEX deferred_mail_by_session ON deferred_mail (session, due);
