-- Times are UTC text of one width with nanoseconds, so that they sort as they follow each other.
-- Whatever people or models write stands inside JSON, which escapes what SQL text might lose.

-- The rules of scenarios, named by their content: written once, shared by all that play by them.
CREATE TABLE specs (
  hash TEXT NOT NULL PRIMARY KEY,
  body TEXT NOT NULL
) STRICT;

-- A deleted scenario stays: its sessions can be played on and still say where they come from.
CREATE TABLE scenarios (
  id TEXT NOT NULL PRIMARY KEY,
  spec_hash TEXT NOT NULL REFERENCES specs (hash),
  status TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  details TEXT NOT NULL
) STRICT;

CREATE INDEX scenarios_by_age ON scenarios (created_at) WHERE deleted = 0;

-- The session as it stands after its last change. The wide columns come last: lists need none.
CREATE TABLE sessions (
  id TEXT NOT NULL PRIMARY KEY,
  scenario_id TEXT NOT NULL,
  spec_hash TEXT NOT NULL REFERENCES specs (hash),
  seed INTEGER NOT NULL,
  status TEXT NOT NULL,
  turn INTEGER NOT NULL CHECK (turn >= 0),
  revision INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  state TEXT NOT NULL,
  details TEXT NOT NULL
) STRICT;

CREATE INDEX sessions_by_change ON sessions (updated_at);
CREATE INDEX sessions_by_scenario ON sessions (scenario_id);

-- The state and the cast before the first turn, for going back to the beginning.
CREATE TABLE beginnings (
  session_id TEXT NOT NULL PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
  state TEXT NOT NULL,
  details TEXT NOT NULL
) STRICT;

-- One row for each turn, which never changes. The key stands beside the turn that it names, so
-- that neither can be stored or go without the other.
CREATE TABLE turns (
  session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number >= 1),
  idempotency_key TEXT,
  body TEXT NOT NULL,
  PRIMARY KEY (session_id, number)
) STRICT;

CREATE UNIQUE INDEX turns_by_key ON turns (session_id, idempotency_key)
  WHERE idempotency_key IS NOT NULL;

-- Written after the turn and replaced later; a crash may lose it, never the turn.
CREATE TABLE timelines (
  session_id TEXT NOT NULL,
  turn INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (session_id, turn),
  FOREIGN KEY (session_id, turn) REFERENCES turns (session_id, number) ON DELETE CASCADE
) STRICT;

-- One player, one row.
CREATE TABLE settings (
  only_one INTEGER NOT NULL PRIMARY KEY CHECK (only_one = 1),
  body TEXT NOT NULL
) STRICT;
