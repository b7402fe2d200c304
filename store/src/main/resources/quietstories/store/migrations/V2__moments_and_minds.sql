-- How a session stood after each of its turns, and before the first. The session points at one of
-- them; what lies beyond it was taken back and waits to be brought back or to be replaced.
CREATE TABLE moments (
  session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  turn INTEGER NOT NULL CHECK (turn >= 0),
  status TEXT NOT NULL,
  state TEXT NOT NULL,
  details TEXT NOT NULL,
  PRIMARY KEY (session_id, turn)
) STRICT;

-- Of a story that was begun before, the beginning is known and where it stands, not what lay
-- between.
INSERT INTO moments (session_id, turn, status, state, details)
SELECT id, turn, status, state, details FROM sessions;

INSERT INTO moments (session_id, turn, status, state, details)
SELECT session_id, 0, 'active', beginnings.state, beginnings.details
FROM beginnings JOIN sessions ON sessions.id = session_id
WHERE turn > 0;

DROP TABLE beginnings;

ALTER TABLE sessions DROP COLUMN state;
ALTER TABLE sessions DROP COLUMN details;

-- The last turn that can be brought back; beyond the present one if some were taken back.
ALTER TABLE sessions ADD COLUMN last_turn INTEGER NOT NULL DEFAULT 0;
UPDATE sessions SET last_turn = turn;

-- Where the story parted from another one's, as JSON; the parent may be gone.
ALTER TABLE sessions ADD COLUMN parent_id TEXT;
ALTER TABLE sessions ADD COLUMN branch TEXT;
CREATE INDEX sessions_by_parent ON sessions (parent_id) WHERE parent_id IS NOT NULL;

-- What the cast knows. Each row is one version of a memory: it holds after the turns from made_turn
-- on and before gone_turn. Its place tells in which order the memories came. The vector is written
-- later, and that is no change.
CREATE TABLE memories (
  session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  made_turn INTEGER NOT NULL CHECK (made_turn >= 0),
  gone_turn INTEGER CHECK (gone_turn > made_turn),
  place INTEGER NOT NULL,
  body TEXT NOT NULL,
  vector_model TEXT,
  vector BLOB,
  PRIMARY KEY (session_id, key, made_turn)
) STRICT;

CREATE INDEX memories_by_place ON memories (session_id, place);
CREATE INDEX memories_by_turn ON memories (session_id, made_turn);
CREATE INDEX memories_by_end ON memories (session_id, gone_turn) WHERE gone_turn IS NOT NULL;

-- What they are to each other, likewise; the key is the ordered pair.
CREATE TABLE relationships (
  session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  made_turn INTEGER NOT NULL CHECK (made_turn >= 0),
  gone_turn INTEGER CHECK (gone_turn > made_turn),
  place INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (session_id, key, made_turn)
) STRICT;

CREATE INDEX relationships_by_place ON relationships (session_id, place);
CREATE INDEX relationships_by_turn ON relationships (session_id, made_turn);
CREATE INDEX relationships_by_end ON relationships (session_id, gone_turn)
  WHERE gone_turn IS NOT NULL;

-- What was felt. Feelings never change and never end; they only go back with their turn.
CREATE TABLE feelings (
  session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  made_turn INTEGER NOT NULL CHECK (made_turn >= 0),
  body TEXT NOT NULL,
  PRIMARY KEY (session_id, place)
) STRICT;

CREATE INDEX feelings_by_turn ON feelings (session_id, made_turn);

-- Memories whose meaning for relationships is still to be worked out, and what came of it.
CREATE TABLE tasks (
  session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  made_turn INTEGER NOT NULL CHECK (made_turn >= 0),
  gone_turn INTEGER CHECK (gone_turn > made_turn),
  place INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (session_id, key, made_turn)
) STRICT;

CREATE INDEX tasks_by_place ON tasks (session_id, place);
CREATE INDEX tasks_by_turn ON tasks (session_id, made_turn);
CREATE INDEX tasks_by_end ON tasks (session_id, gone_turn) WHERE gone_turn IS NOT NULL;
