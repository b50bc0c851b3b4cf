-- Contents too large for a row, each once, in a file named by its sha256.
CREATE TABLE media (
  sha256 TEXT PRIMARY KEY,
  md5 TEXT NOT NULL,
  size INTEGER NOT NULL,
  type TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  millis INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX media_by_md5 ON media (md5, size);

-- Which messages show it.
CREATE TABLE message_media (
  sha256 TEXT NOT NULL REFERENCES media (sha256),
  message INTEGER NOT NULL REFERENCES message (id),
  PRIMARY KEY (sha256, message)
) WITHOUT ROWID;

-- What an account has uploaded and may send, under the name that the file had there.
CREATE TABLE upload (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  account INTEGER NOT NULL,
  sha256 TEXT NOT NULL REFERENCES media (sha256),
  name TEXT NOT NULL,
  time INTEGER NOT NULL
);
