-- When a session's key was last renewed; 0 where it still has its first.
ALTER TABLE session ADD COLUMN key_drawn INTEGER NOT NULL DEFAULT 0;
