-- The two-sided ledger, whole: more of each record, more kinds of record, and search that knows them all.
--
-- Only additions: a step that was recorded under the first layout can still be taken back under this one.

-- What was added to the kinds of the first layout. Columns come at the end, so that older steps can still be taken back.
ALTER TABLE client ADD COLUMN contact_phone TEXT NOT NULL DEFAULT '';
ALTER TABLE client ADD COLUMN contact_role TEXT NOT NULL DEFAULT '';
ALTER TABLE client ADD COLUMN people TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(people));
ALTER TABLE client ADD COLUMN tags TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(tags));
ALTER TABLE client ADD COLUMN website TEXT NOT NULL DEFAULT '';
ALTER TABLE client ADD COLUMN check_in_every_days INTEGER;
ALTER TABLE client ADD COLUMN check_in_scale TEXT NOT NULL DEFAULT 'csat';

ALTER TABLE engagement ADD COLUMN fee_model TEXT NOT NULL DEFAULT 'unknown';
ALTER TABLE engagement ADD COLUMN rate_minor INTEGER;
ALTER TABLE engagement ADD COLUMN rate_currency TEXT CHECK ((rate_minor IS NULL) = (rate_currency IS NULL));
ALTER TABLE engagement ADD COLUMN budget_minutes INTEGER;
ALTER TABLE engagement ADD COLUMN from_memory INTEGER NOT NULL DEFAULT 0 CHECK (from_memory IN (0, 1));

ALTER TABLE deliverable ADD COLUMN scope TEXT NOT NULL DEFAULT 'agreed';
ALTER TABLE deliverable ADD COLUMN acceptance TEXT NOT NULL DEFAULT 'unknown';
ALTER TABLE deliverable ADD COLUMN waits_for BLOB REFERENCES obligation (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE deliverable ADD COLUMN from_memory INTEGER NOT NULL DEFAULT 0 CHECK (from_memory IN (0, 1));
CREATE INDEX deliverable_of_obligation ON deliverable (waits_for) WHERE waits_for IS NOT NULL;

ALTER TABLE check_in ADD COLUMN person TEXT NOT NULL DEFAULT '';
ALTER TABLE check_in ADD COLUMN from_memory INTEGER NOT NULL DEFAULT 0 CHECK (from_memory IN (0, 1));

ALTER TABLE obligation ADD COLUMN from_memory INTEGER NOT NULL DEFAULT 0 CHECK (from_memory IN (0, 1));

ALTER TABLE invoice ADD COLUMN engagement BLOB REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE invoice ADD COLUMN notes TEXT NOT NULL DEFAULT '';
CREATE INDEX invoice_of_engagement ON invoice (engagement) WHERE engagement IS NOT NULL;

ALTER TABLE concession ADD COLUMN engagement BLOB REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE concession ADD COLUMN initiative TEXT NOT NULL DEFAULT 'unknown';
ALTER TABLE concession ADD COLUMN from_memory INTEGER NOT NULL DEFAULT 0 CHECK (from_memory IN (0, 1));
CREATE INDEX concession_of_engagement ON concession (engagement) WHERE engagement IS NOT NULL;

ALTER TABLE incident ADD COLUMN review_on TEXT CHECK (review_on IS date(review_on));

ALTER TABLE complaint ADD COLUMN cause TEXT NOT NULL DEFAULT 'unknown';
ALTER TABLE complaint ADD COLUMN resolution TEXT NOT NULL DEFAULT '';

CREATE TABLE praise (
    id          BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    client      BLOB NOT NULL REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    day         TEXT NOT NULL CHECK (day IS date(day)),
    words       TEXT NOT NULL,
    person      TEXT NOT NULL,
    deliverable BLOB REFERENCES deliverable (id) DEFERRABLE INITIALLY DEFERRED,
    thanked_on  TEXT CHECK (thanked_on IS date(thanked_on))
) STRICT, WITHOUT ROWID;
CREATE INDEX praise_of_client ON praise (client, day);
CREATE INDEX praise_of_deliverable ON praise (deliverable) WHERE deliverable IS NOT NULL;

CREATE TABLE payment (
    id              BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    client          BLOB NOT NULL REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    invoice         BLOB NOT NULL REFERENCES invoice (id) DEFERRABLE INITIALLY DEFERRED,
    day             TEXT NOT NULL CHECK (day IS date(day)),
    amount_minor    INTEGER NOT NULL,
    amount_currency TEXT NOT NULL,
    reference       TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX payment_of_client ON payment (client, day);
CREATE INDEX payment_of_invoice ON payment (invoice);

CREATE TABLE time_entry (
    id                   BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    client               BLOB NOT NULL REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    engagement           BLOB REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
    deliverable          BLOB REFERENCES deliverable (id) DEFERRABLE INITIALLY DEFERRED,
    day                  TEXT NOT NULL CHECK (day IS date(day)),
    seconds              INTEGER NOT NULL,
    what                 TEXT NOT NULL,
    billable             INTEGER NOT NULL CHECK (billable IN (0, 1)),
    hourly_rate_minor    INTEGER,
    hourly_rate_currency TEXT,
    CHECK ((hourly_rate_minor IS NULL) = (hourly_rate_currency IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX time_entry_of_client ON time_entry (client, day);
CREATE INDEX time_entry_of_engagement ON time_entry (engagement) WHERE engagement IS NOT NULL;
CREATE INDEX time_entry_of_deliverable ON time_entry (deliverable) WHERE deliverable IS NOT NULL;

CREATE TABLE conversation (
    id        BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    client    BLOB NOT NULL REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    day       TEXT NOT NULL CHECK (day IS date(day)),
    person    TEXT NOT NULL,
    asked     TEXT NOT NULL,
    explained TEXT NOT NULL,
    agreed    TEXT NOT NULL,
    changed   TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX conversation_of_client ON conversation (client, day);

CREATE TABLE request (
    id             BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    client         BLOB NOT NULL REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    engagement     BLOB REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
    day            TEXT NOT NULL CHECK (day IS date(day)),
    what           TEXT NOT NULL,
    answer         TEXT NOT NULL,
    answered_on    TEXT CHECK (answered_on IS date(answered_on)),
    worth_minor    INTEGER,
    worth_currency TEXT,
    notes          TEXT NOT NULL,
    CHECK ((worth_minor IS NULL) = (worth_currency IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX request_of_client ON request (client, day);
CREATE INDEX request_of_engagement ON request (engagement) WHERE engagement IS NOT NULL;

CREATE TABLE attention (
    id      BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    client  BLOB NOT NULL REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    day     TEXT NOT NULL CHECK (day IS date(day)),
    minutes INTEGER NOT NULL,
    what    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX attention_of_client ON attention (client, day);

CREATE TABLE decision (
    id         BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    client     BLOB NOT NULL REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    engagement BLOB REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
    day        TEXT NOT NULL CHECK (day IS date(day)),
    what       TEXT NOT NULL,
    reason     TEXT NOT NULL,
    notes      TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_of_client ON decision (client, day);
CREATE INDEX decision_of_engagement ON decision (engagement) WHERE engagement IS NOT NULL;

CREATE TABLE ending (
    id         BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    client     BLOB NOT NULL REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    engagement BLOB REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
    enquiry    BLOB REFERENCES enquiry (id) DEFERRABLE INITIALLY DEFERRED,
    day        TEXT NOT NULL CHECK (day IS date(day)),
    ended_by   TEXT NOT NULL,
    reason     TEXT NOT NULL,
    words      TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX ending_of_client ON ending (client, day);
CREATE INDEX ending_of_engagement ON ending (engagement) WHERE engagement IS NOT NULL;
CREATE INDEX ending_of_enquiry ON ending (enquiry) WHERE enquiry IS NOT NULL;

CREATE TABLE referral_contact (
    id       BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name     TEXT NOT NULL,
    field    TEXT NOT NULL,
    business TEXT NOT NULL,
    email    TEXT NOT NULL,
    phone    TEXT NOT NULL,
    website  TEXT NOT NULL,
    notes    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE document (
    id     BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    client BLOB NOT NULL REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    day    TEXT NOT NULL CHECK (day IS date(day)),
    title  TEXT NOT NULL,
    file   TEXT NOT NULL,
    sha256 TEXT CHECK (length(sha256) = 64),
    notes  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX document_of_client ON document (client, day);

CREATE TABLE template (
    id              BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    client          BLOB REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    engagement      BLOB REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
    what            TEXT NOT NULL,
    title           TEXT NOT NULL,
    obligation_kind TEXT NOT NULL,
    scale           TEXT NOT NULL,
    first_due_on    TEXT CHECK (first_due_on IS date(first_due_on)),
    every_months    INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX template_of_client ON template (client) WHERE client IS NOT NULL;
CREATE INDEX template_of_engagement ON template (engagement) WHERE engagement IS NOT NULL;

CREATE TABLE snooze (
    id     BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    client BLOB REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    need   TEXT NOT NULL,
    until  TEXT NOT NULL CHECK (until IS date(until)),
    reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX snooze_of_client ON snooze (client) WHERE client IS NOT NULL;

-- Search is derived: it is laid out anew, since a text may now belong to no client, and filled again at once.
DROP TABLE search_index;
DROP TABLE search_text;
DROP VIEW searchable;

CREATE VIEW searchable (kind, record, client, day, title, body) AS
    SELECT 'client', id, id, NULL, '',
        trim(notes || char(10) || website || char(10) || contact_email || char(10) || contact_role || char(10)
            || coalesce((SELECT group_concat(value, ' ') FROM json_each(tags)), '') || char(10)
            || coalesce((SELECT group_concat(concat_ws(' ', value ->> 'given_name', value ->> 'family_name',
                value ->> 'email', value ->> 'role'), char(10)) FROM json_each(people)), ''), char(10))
    FROM client
    WHERE notes <> '' OR website <> '' OR contact_email <> '' OR contact_role <> '' OR tags <> '[]' OR people <> '[]'
    UNION ALL
    SELECT 'enquiry', id, client, received_on, subject, words FROM enquiry
    UNION ALL
    SELECT 'engagement', id, client, agreed_on, title, success FROM engagement
    UNION ALL
    SELECT 'deliverable', id, client, due_on, title, notes FROM deliverable
    UNION ALL
    SELECT 'check_in', id, client, given_on, person, words FROM check_in WHERE words <> '' OR person <> ''
    UNION ALL
    SELECT 'obligation', id, client, due_on, title, notes FROM obligation
    UNION ALL
    SELECT 'invoice', id, client, issued_on, number, notes FROM invoice
    UNION ALL
    SELECT 'concession', id, client, given_on, what, reason FROM concession
    UNION ALL
    SELECT 'incident', id, client, happened_on, observed, other_reading FROM incident
    UNION ALL
    SELECT 'complaint', id, client, came_on, theme, concat_ws(char(10), nullif(words, ''), nullif(resolution, '')) FROM complaint
    UNION ALL
    SELECT 'letter', id, client, written_on, choices ->> 'reason_line',
        coalesce((SELECT group_concat(value ->> 'text', char(10)) FROM json_each(paragraphs)), '')
    FROM letter
    UNION ALL
    SELECT 'praise', id, client, day, person, words FROM praise
    UNION ALL
    SELECT 'payment', id, client, day, reference, '' FROM payment WHERE reference <> ''
    UNION ALL
    SELECT 'time_entry', id, client, day, what, '' FROM time_entry WHERE what <> ''
    UNION ALL
    SELECT 'conversation', id, client, day, person,
        concat_ws(char(10), nullif(asked, ''), nullif(explained, ''), nullif(agreed, ''), nullif(changed, ''))
    FROM conversation
    UNION ALL
    SELECT 'request', id, client, day, what, notes FROM request
    UNION ALL
    SELECT 'attention', id, client, day, what, '' FROM attention WHERE what <> ''
    UNION ALL
    SELECT 'decision', id, client, day, '', notes FROM decision WHERE notes <> ''
    UNION ALL
    SELECT 'ending', id, client, day, '', words FROM ending WHERE words <> ''
    UNION ALL
    SELECT 'referral_contact', id, NULL, NULL, name,
        concat_ws(char(10), nullif(field, ''), nullif(business, ''), nullif(email, ''), nullif(notes, ''))
    FROM referral_contact
    UNION ALL
    SELECT 'document', id, client, day, title, trim(file || char(10) || notes, char(10)) FROM document
    UNION ALL
    SELECT 'template', id, client, first_due_on, title, '' FROM template;

CREATE TABLE search_text (
    place  INTEGER NOT NULL PRIMARY KEY,
    kind   TEXT NOT NULL,
    record BLOB NOT NULL UNIQUE,
    client BLOB,
    day    TEXT,
    title  TEXT NOT NULL,
    body   TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE search_index USING fts5 (
    title, body,
    content = 'search_text', content_rowid = 'place',
    tokenize = 'unicode61 remove_diacritics 2',
    prefix = '1 2 3 5',
    detail = 'none'
);

INSERT INTO search_text (place, kind, record, client, day, title, body)
    SELECT coalesce(unixepoch(day) / 86400, -1000000) * 4294967296
            + row_number() OVER (PARTITION BY day ORDER BY record),
        kind, record, client, day, title, body
    FROM searchable;
INSERT INTO search_index (search_index) VALUES ('rebuild');

-- What each use case of the journal touched, so that a history need not read every changeset. Derived from them when
-- a use case is entered, but for `takes_back`; what an erasure takes goes from here as well.
CREATE TABLE journal_reach (
    seq        INTEGER NOT NULL PRIMARY KEY,
    -- how many records it touched
    records    INTEGER NOT NULL,
    -- never taken back: it finished a letter, or what it held was erased
    fixed      INTEGER NOT NULL CHECK (fixed IN (0, 1)),
    -- the older use case that it took back alone
    takes_back INTEGER
) STRICT;
CREATE INDEX journal_reach_takes_back ON journal_reach (takes_back) WHERE takes_back IS NOT NULL;

-- A row a record and client; of a use case with more than 1,000 records a row a kind, client and change, without record.
CREATE TABLE journal_touch (
    seq     INTEGER NOT NULL,
    turn    INTEGER NOT NULL,
    kind    TEXT NOT NULL,
    client  BLOB,
    change  TEXT NOT NULL CHECK (change IN ('added', 'changed', 'deleted')),
    record  BLOB,
    records INTEGER NOT NULL,
    PRIMARY KEY (seq, turn)
) STRICT, WITHOUT ROWID;
CREATE INDEX journal_touch_of_record ON journal_touch (record, seq) WHERE record IS NOT NULL;
CREATE INDEX journal_touch_of_client ON journal_touch (client, seq) WHERE client IS NOT NULL;
CREATE INDEX journal_touch_summed ON journal_touch (kind, seq) WHERE record IS NULL;
CREATE INDEX journal_target ON journal (target) WHERE target IS NOT NULL;
