-- People, official accounts, special accounts and chat rooms share one namespace of short names
-- and one row of numbers.
CREATE TABLE party (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE
);

CREATE TABLE account (
  id INTEGER PRIMARY KEY REFERENCES party (id),
  kind TEXT NOT NULL,
  uin INTEGER NOT NULL UNIQUE,
  nick_name TEXT NOT NULL,
  spelling TEXT NOT NULL,
  alias TEXT NOT NULL,
  sex TEXT NOT NULL,
  signature TEXT NOT NULL,
  province TEXT NOT NULL,
  city TEXT NOT NULL,
  verify_flag INTEGER NOT NULL,
  picture_version INTEGER NOT NULL,
  trait INTEGER NOT NULL,
  real_id TEXT NOT NULL,
  switches TEXT NOT NULL DEFAULT ''
);

-- One row for each direction: the owner has the peer in his address book.
CREATE TABLE contact (
  owner INTEGER NOT NULL REFERENCES account (id),
  peer INTEGER NOT NULL REFERENCES account (id),
  remark TEXT NOT NULL DEFAULT '',
  pinned INTEGER NOT NULL DEFAULT 0,
  muted INTEGER NOT NULL DEFAULT 0,
  starred INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (owner, peer)
) WITHOUT ROWID;
CREATE INDEX contact_by_peer ON contact (peer, owner);

CREATE TABLE room (
  id INTEGER PRIMARY KEY REFERENCES party (id),
  topic TEXT NOT NULL,
  owner INTEGER NOT NULL REFERENCES account (id),
  picture_version INTEGER NOT NULL
);

-- Members in the order in which they joined; the last three columns are each member's own affair.
CREATE TABLE member (
  room INTEGER NOT NULL REFERENCES room (id),
  position INTEGER NOT NULL,
  account INTEGER NOT NULL REFERENCES account (id),
  display_name TEXT NOT NULL DEFAULT '',
  saved INTEGER NOT NULL DEFAULT 0,
  pinned INTEGER NOT NULL DEFAULT 0,
  muted INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (room, position)
) WITHOUT ROWID;
CREATE UNIQUE INDEX member_by_account ON member (account, room);

CREATE TABLE message (
  id INTEGER PRIMARY KEY,
  sender INTEGER NOT NULL,
  target INTEGER NOT NULL,
  in_room INTEGER NOT NULL,
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  time INTEGER NOT NULL,
  call TEXT,
  client_id TEXT
);
CREATE INDEX message_by_client_id ON message (sender, client_id) WHERE client_id IS NOT NULL;

-- Everything on an account's phone, sent and received.
CREATE TABLE delivery (
  account INTEGER NOT NULL,
  message INTEGER NOT NULL REFERENCES message (id),
  PRIMARY KEY (account, message)
) WITHOUT ROWID;

-- The chats of an account, for the newest first.
CREATE TABLE chat (
  account INTEGER NOT NULL,
  partner INTEGER NOT NULL,
  in_room INTEGER NOT NULL,
  newest INTEGER NOT NULL,
  unread INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (account, partner)
) WITHOUT ROWID;
CREATE INDEX chat_by_newest ON chat (account, newest);

-- Remembered for a while after its end, even if the account is gone by then.
CREATE TABLE session (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  account INTEGER NOT NULL,
  sid TEXT NOT NULL UNIQUE,
  skey TEXT NOT NULL,
  previous_skey TEXT NOT NULL,
  pass_ticket TEXT NOT NULL,
  data_ticket TEXT NOT NULL,
  auth_ticket TEXT NOT NULL,
  uvid TEXT NOT NULL,
  names_key BLOB NOT NULL,
  key_base INTEGER NOT NULL,
  created INTEGER NOT NULL,
  last_call INTEGER NOT NULL,
  acknowledged INTEGER NOT NULL DEFAULT 0,
  ended INTEGER,
  end_reason TEXT
);
CREATE UNIQUE INDEX session_live ON session (account) WHERE ended IS NULL;

-- What proves to push login that someone has logged in here before; outlives the session.
CREATE TABLE auth_ticket (
  account INTEGER NOT NULL REFERENCES account (id),
  ticket TEXT NOT NULL,
  issued INTEGER NOT NULL,
  PRIMARY KEY (account, ticket)
) WITHOUT ROWID;

-- What a session is to hear, in one growing row.
CREATE TABLE mail (
  session INTEGER NOT NULL REFERENCES session (number),
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL,
  subject INTEGER NOT NULL,
  in_room INTEGER NOT NULL,
  detail TEXT NOT NULL DEFAULT '',
  time INTEGER NOT NULL,
  PRIMARY KEY (session, seq)
) WITHOUT ROWID;
