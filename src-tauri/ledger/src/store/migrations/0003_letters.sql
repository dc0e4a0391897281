-- The letters, whole: what a letter states and rests on, what became of it, the user's own templates, and the letterhead
-- with all that stands on a page.
--
-- Only additions: a step that was recorded under an earlier layout can still be taken back under this one.

CREATE TABLE letter_template (
    id          BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name        TEXT NOT NULL,
    letter_kind TEXT NOT NULL,
    language    TEXT NOT NULL,
    register    TEXT NOT NULL,
    subject     TEXT NOT NULL,
    paragraphs  TEXT NOT NULL CHECK (json_valid(paragraphs)),
    left_out    TEXT NOT NULL CHECK (json_valid(left_out)),
    taken_in    TEXT NOT NULL CHECK (json_valid(taken_in)),
    notes       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Columns come at the end, so that older steps can still be taken back.
ALTER TABLE letter ADD COLUMN about TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(about));
ALTER TABLE letter ADD COLUMN register TEXT NOT NULL DEFAULT 'warm';
ALTER TABLE letter ADD COLUMN stated TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(stated));
ALTER TABLE letter ADD COLUMN left_out TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(left_out));
ALTER TABLE letter ADD COLUMN taken_in TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(taken_in));
ALTER TABLE letter ADD COLUMN subject TEXT NOT NULL DEFAULT '';
ALTER TABLE letter ADD COLUMN remark TEXT;
ALTER TABLE letter ADD COLUMN enclosures TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(enclosures));
ALTER TABLE letter ADD COLUMN dismissed TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(dismissed));
-- No reference: a letter goes on saying what its words began from, as with `about`, whatever becomes of that.
ALTER TABLE letter ADD COLUMN letter_template BLOB;
ALTER TABLE letter ADD COLUMN supersedes BLOB REFERENCES letter (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE letter ADD COLUMN finished TEXT CHECK (json_valid(finished));
ALTER TABLE letter ADD COLUMN sent_on TEXT CHECK (sent_on IS date(sent_on));
ALTER TABLE letter ADD COLUMN sent_how TEXT CHECK ((sent_on IS NULL) = (sent_how IS NULL));
ALTER TABLE letter ADD COLUMN sent_to TEXT NOT NULL DEFAULT '';
ALTER TABLE letter ADD COLUMN sent_proof TEXT NOT NULL DEFAULT '';
ALTER TABLE letter ADD COLUMN sent_document BLOB REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE letter ADD COLUMN reply_on TEXT CHECK (reply_on IS date(reply_on));
ALTER TABLE letter ADD COLUMN reply_words TEXT NOT NULL DEFAULT '';
ALTER TABLE letter ADD COLUMN facts_seen TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(facts_seen));
CREATE INDEX letter_of_letter ON letter (supersedes) WHERE supersedes IS NOT NULL;
CREATE INDEX letter_of_document ON letter (sent_document) WHERE sent_document IS NOT NULL;

ALTER TABLE profile ADD COLUMN register TEXT NOT NULL DEFAULT 'warm';
ALTER TABLE profile ADD COLUMN layout TEXT;
ALTER TABLE profile ADD COLUMN typeface TEXT NOT NULL DEFAULT 'serif';
ALTER TABLE profile ADD COLUMN accent TEXT NOT NULL DEFAULT '';
ALTER TABLE profile ADD COLUMN fold_marks INTEGER NOT NULL DEFAULT 1 CHECK (fold_marks IN (0, 1));
ALTER TABLE profile ADD COLUMN logo_sha256 TEXT CHECK (length(logo_sha256) = 64);
ALTER TABLE profile ADD COLUMN signature_sha256 TEXT CHECK (length(signature_sha256) = 64);
ALTER TABLE profile ADD COLUMN footer TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(footer));
ALTER TABLE profile ADD COLUMN cooling_off_hours INTEGER NOT NULL DEFAULT 0;
ALTER TABLE profile ADD COLUMN letter_numbers TEXT NOT NULL DEFAULT 'L-{year}-{n}';
ALTER TABLE profile ADD COLUMN per_language TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(per_language));

-- A finished letter is found by its number and by the words that stand on its page, a template by its name and its words.
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
    SELECT 'letter', id, client, written_on, coalesce(finished ->> 'number', choices ->> 'reason_line'),
        concat_ws(char(10), nullif(coalesce(finished ->> 'subject', subject), ''),
            (SELECT group_concat(value ->> 'text', char(10)) FROM json_each(coalesce(finished -> 'paragraphs', paragraphs))),
            nullif(reply_words, ''))
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
    SELECT 'template', id, client, first_due_on, title, '' FROM template
    UNION ALL
    SELECT 'letter_template', id, NULL, NULL, name,
        concat_ws(char(10), nullif(subject, ''),
            (SELECT group_concat(value ->> 'text', char(10)) FROM json_each(paragraphs)), nullif(notes, ''))
    FROM letter_template;

DELETE FROM search_text;
INSERT INTO search_text (place, kind, record, client, day, title, body)
    SELECT coalesce(unixepoch(day) / 86400, -1000000) * 4294967296
            + row_number() OVER (PARTITION BY day ORDER BY record),
        kind, record, client, day, title, body
    FROM searchable;
INSERT INTO search_index (search_index) VALUES ('rebuild');
