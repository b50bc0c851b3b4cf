-- Which messages were withdrawn, and by which message that is told. The original stays as it is.
CREATE TABLE recall (
  original INTEGER PRIMARY KEY REFERENCES message (id),
  notice INTEGER NOT NULL REFERENCES message (id)
);
