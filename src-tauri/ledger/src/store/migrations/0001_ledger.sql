-- The records of a practice, a table a kind.
--
-- Every table of records is STRICT and has no rowid: its key is a UUID of version 7, which ascends with time.
-- Words from a fixed list (a status, an outcome) are checked by the code that reads them and not here, so that a
-- new word needs no new table. No CASCADE and no SET NULL: the journal sees only what is done by name.

PRAGMA application_id = 0x4b4e444c;

CREATE TABLE client (
    id                  BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name                TEXT NOT NULL,
    status              TEXT NOT NULL,
    contact_salutation  TEXT NOT NULL,
    contact_given_name  TEXT NOT NULL,
    contact_family_name TEXT NOT NULL,
    contact_email       TEXT NOT NULL,
    address             TEXT NOT NULL CHECK (json_valid(address)),
    country             TEXT NOT NULL,
    language            TEXT NOT NULL,
    currency            TEXT NOT NULL,
    notes               TEXT NOT NULL,
    sample              INTEGER NOT NULL CHECK (sample IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE enquiry (
    id          BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    client      BLOB NOT NULL REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    received_on TEXT NOT NULL CHECK (received_on IS date(received_on)),
    subject     TEXT NOT NULL,
    words       TEXT NOT NULL,
    answered_on TEXT CHECK (answered_on IS date(answered_on))
) STRICT, WITHOUT ROWID;
CREATE INDEX enquiry_of_client ON enquiry (client, received_on);

CREATE TABLE engagement (
    id               BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    client           BLOB NOT NULL REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    title            TEXT NOT NULL,
    agreed_on        TEXT NOT NULL CHECK (agreed_on IS date(agreed_on)),
    success          TEXT NOT NULL,
    starts_on        TEXT CHECK (starts_on IS date(starts_on)),
    term_ends_on     TEXT CHECK (term_ends_on IS date(term_ends_on)),
    renews_by_months INTEGER,
    notice_count     INTEGER,
    notice_unit      TEXT,
    notice_form      TEXT NOT NULL,
    notice_counts    TEXT NOT NULL,
    ended_on         TEXT CHECK (ended_on IS date(ended_on)),
    CHECK ((notice_count IS NULL) = (notice_unit IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX engagement_of_client ON engagement (client, agreed_on);

CREATE TABLE deliverable (
    id           BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    client       BLOB NOT NULL REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    engagement   BLOB REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
    title        TEXT NOT NULL,
    due_on       TEXT NOT NULL CHECK (due_on IS date(due_on)),
    delivered_on TEXT CHECK (delivered_on IS date(delivered_on)),
    outcome      TEXT NOT NULL,
    notes        TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX deliverable_of_client ON deliverable (client, due_on);
CREATE INDEX deliverable_of_engagement ON deliverable (engagement) WHERE engagement IS NOT NULL;

CREATE TABLE check_in (
    id          BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    client      BLOB NOT NULL REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    given_on    TEXT NOT NULL CHECK (given_on IS date(given_on)),
    scale       TEXT NOT NULL,
    value       INTEGER NOT NULL,
    said_by     TEXT NOT NULL,
    deliverable BLOB REFERENCES deliverable (id) DEFERRABLE INITIALLY DEFERRED,
    words       TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX check_in_of_client ON check_in (client, given_on);
CREATE INDEX check_in_of_deliverable ON check_in (deliverable) WHERE deliverable IS NOT NULL;

CREATE TABLE obligation (
    id         BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    client     BLOB NOT NULL REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    engagement BLOB REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
    what       TEXT NOT NULL,
    title      TEXT NOT NULL,
    due_on     TEXT NOT NULL CHECK (due_on IS date(due_on)),
    met_on     TEXT CHECK (met_on IS date(met_on)),
    notes      TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX obligation_of_client ON obligation (client, due_on);
CREATE INDEX obligation_of_engagement ON obligation (engagement) WHERE engagement IS NOT NULL;

CREATE TABLE invoice (
    id              BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    client          BLOB NOT NULL REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    number          TEXT NOT NULL,
    issued_on       TEXT NOT NULL CHECK (issued_on IS date(issued_on)),
    amount_minor    INTEGER NOT NULL,
    amount_currency TEXT NOT NULL,
    due_on          TEXT NOT NULL CHECK (due_on IS date(due_on)),
    paid_on         TEXT CHECK (paid_on IS date(paid_on))
) STRICT, WITHOUT ROWID;
CREATE INDEX invoice_of_client ON invoice (client, issued_on);

CREATE TABLE concession (
    id              BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    client          BLOB NOT NULL REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    given_on        TEXT NOT NULL CHECK (given_on IS date(given_on)),
    what            TEXT NOT NULL,
    amount_minor    INTEGER,
    amount_currency TEXT,
    minutes         INTEGER,
    reason          TEXT NOT NULL,
    CHECK ((amount_minor IS NULL) = (amount_currency IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX concession_of_client ON concession (client, given_on);

CREATE TABLE incident (
    id            BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    client        BLOB NOT NULL REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    happened_on   TEXT NOT NULL CHECK (happened_on IS date(happened_on)),
    what          TEXT NOT NULL,
    observed      TEXT NOT NULL,
    other_reading TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX incident_of_client ON incident (client, happened_on);

CREATE TABLE complaint (
    id          BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    client      BLOB NOT NULL REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    came_on     TEXT NOT NULL CHECK (came_on IS date(came_on)),
    theme       TEXT NOT NULL,
    words       TEXT NOT NULL,
    answered_on TEXT CHECK (answered_on IS date(answered_on)),
    resolved_on TEXT CHECK (resolved_on IS date(resolved_on))
) STRICT, WITHOUT ROWID;
CREATE INDEX complaint_of_client ON complaint (client, came_on);

CREATE TABLE letter (
    id          BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    client      BLOB NOT NULL REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    letter_kind TEXT NOT NULL,
    engagement  BLOB REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
    enquiry     BLOB REFERENCES enquiry (id) DEFERRABLE INITIALLY DEFERRED,
    written_on  TEXT NOT NULL CHECK (written_on IS date(written_on)),
    language    TEXT NOT NULL,
    paper       TEXT NOT NULL,
    choices     TEXT NOT NULL CHECK (json_valid(choices)),
    paragraphs  TEXT CHECK (json_valid(paragraphs)),
    pdf_sha256  TEXT CHECK (length(pdf_sha256) = 64)
) STRICT, WITHOUT ROWID;
CREATE INDEX letter_of_client ON letter (client, written_on);
CREATE INDEX letter_of_engagement ON letter (engagement) WHERE engagement IS NOT NULL;
CREATE INDEX letter_of_enquiry ON letter (enquiry) WHERE enquiry IS NOT NULL;

-- One row, or none while nothing was entered.
CREATE TABLE profile (
    id                         INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    trade_name                 TEXT NOT NULL,
    name                       TEXT NOT NULL,
    role                       TEXT NOT NULL,
    address                    TEXT NOT NULL CHECK (json_valid(address)),
    country                    TEXT NOT NULL,
    email                      TEXT NOT NULL,
    phone                      TEXT NOT NULL,
    website                    TEXT NOT NULL,
    place                      TEXT NOT NULL,
    language                   TEXT NOT NULL,
    paper                      TEXT NOT NULL,
    currency                   TEXT NOT NULL,
    postal_margin_working_days INTEGER NOT NULL
) STRICT;

-- Files, by what is in them. Not undone: a record that comes back finds its file again.
CREATE TABLE blob (
    sha256 BLOB NOT NULL PRIMARY KEY CHECK (length(sha256) = 32),
    bytes  BLOB NOT NULL
) STRICT;

-- What was done, taken back and done again. Rows are added, never changed: what can be taken back follows from them.
CREATE TABLE journal (
    seq            INTEGER NOT NULL PRIMARY KEY,
    at             TEXT NOT NULL,
    action         TEXT NOT NULL CHECK (action IN ('do', 'undo', 'redo')),
    -- of a `do`: the `do` on whose result it rests, 0 for the empty ledger
    follows        INTEGER,
    -- of an `undo` or a `redo`: the `do` that it takes back or does again
    target         INTEGER REFERENCES journal (seq),
    schema_version INTEGER NOT NULL,
    -- of label and changeset together: the chain holds when both are erased one day
    content_sha256 BLOB NOT NULL CHECK (length(content_sha256) = 32),
    previous_hash  BLOB NOT NULL CHECK (length(previous_hash) = 32),
    hash           BLOB NOT NULL CHECK (length(hash) = 32),
    -- only a `do` has them, and it loses both when it is erased
    label          TEXT CHECK (json_valid(label)),
    changeset      BLOB,
    CHECK ((action = 'do') = (follows IS NOT NULL)),
    CHECK ((action = 'do') = (target IS NULL)),
    CHECK ((label IS NULL) = (changeset IS NULL)),
    CHECK (action = 'do' OR label IS NULL)
) STRICT;
CREATE INDEX journal_follows ON journal (follows) WHERE follows IS NOT NULL;

CREATE TRIGGER journal_keeps_every_row BEFORE DELETE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal keeps every row');
END;

CREATE TRIGGER journal_is_never_rewritten BEFORE UPDATE ON journal
WHEN (NEW.seq, NEW.at, NEW.action, NEW.schema_version, NEW.content_sha256, NEW.previous_hash, NEW.hash)
    IS NOT (OLD.seq, OLD.at, OLD.action, OLD.schema_version, OLD.content_sha256, OLD.previous_hash, OLD.hash)
    OR NEW.follows IS NOT OLD.follows
    OR NEW.target IS NOT OLD.target
    OR NEW.label IS NOT NULL
    OR NEW.changeset IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'the journal is never rewritten, only erased');
END;

-- Search. Derived from the records: it can be thrown away and built again at any time.
CREATE VIEW searchable (kind, record, client, day, title, body) AS
    SELECT 'client', id, id, NULL, '', notes FROM client WHERE notes <> ''
    UNION ALL
    SELECT 'enquiry', id, client, received_on, subject, words FROM enquiry
    UNION ALL
    SELECT 'engagement', id, client, agreed_on, title, success FROM engagement
    UNION ALL
    SELECT 'deliverable', id, client, due_on, title, notes FROM deliverable
    UNION ALL
    SELECT 'check_in', id, client, given_on, '', words FROM check_in WHERE words <> ''
    UNION ALL
    SELECT 'obligation', id, client, due_on, title, notes FROM obligation
    UNION ALL
    SELECT 'invoice', id, client, issued_on, number, '' FROM invoice
    UNION ALL
    SELECT 'concession', id, client, given_on, what, reason FROM concession
    UNION ALL
    SELECT 'incident', id, client, happened_on, observed, other_reading FROM incident
    UNION ALL
    SELECT 'complaint', id, client, came_on, theme, words FROM complaint
    UNION ALL
    SELECT 'letter', id, client, written_on, choices ->> 'reason_line',
        coalesce((SELECT group_concat(value ->> 'text', char(10)) FROM json_each(paragraphs)), '')
    FROM letter;

-- A text's place is its day in the upper bits and its turn in the lower, so that the newest come first without sorting.
CREATE TABLE search_text (
    place  INTEGER NOT NULL PRIMARY KEY,
    kind   TEXT NOT NULL,
    record BLOB NOT NULL UNIQUE,
    client BLOB NOT NULL,
    day    TEXT,
    title  TEXT NOT NULL,
    body   TEXT NOT NULL
) STRICT;

-- Which words a text has, not where in it: nobody asks for phrases, and an index without places is saved faster.
CREATE VIRTUAL TABLE search_index USING fts5 (
    title, body,
    content = 'search_text', content_rowid = 'place',
    tokenize = 'unicode61 remove_diacritics 2',
    prefix = '1 2 3',
    detail = 'none'
);
