-- As what a session presents itself; those from before this script are of the web client.
ALTER TABLE session ADD COLUMN client_kind TEXT NOT NULL DEFAULT 'WEB';
