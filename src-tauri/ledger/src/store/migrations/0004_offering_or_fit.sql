-- What we change on our own side, that clients were asked, what makes a client fit, and the bars of the method.
--
-- Only additions: a step that was recorded under an earlier layout can still be taken back under this one.

CREATE TABLE improvement (
    id        BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    what      TEXT NOT NULL,
    begins_on TEXT NOT NULL CHECK (begins_on IS date(begins_on)),
    theme     TEXT NOT NULL,
    done_on   TEXT CHECK (done_on IS date(done_on)),
    notes     TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE check_in_request (
    id          BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    client      BLOB NOT NULL REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    day         TEXT NOT NULL CHECK (day IS date(day)),
    scale       TEXT NOT NULL,
    deliverable BLOB REFERENCES deliverable (id) DEFERRABLE INITIALLY DEFERRED,
    person      TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX check_in_request_of_client ON check_in_request (client, day);
CREATE INDEX check_in_request_of_deliverable ON check_in_request (deliverable) WHERE deliverable IS NOT NULL;

CREATE TABLE fit_criterion (
    id          BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name        TEXT NOT NULL,
    weighs      TEXT NOT NULL,
    weight      INTEGER NOT NULL,
    question    TEXT NOT NULL,
    offer       TEXT NOT NULL,
    learnt_from TEXT NOT NULL,
    retired     INTEGER NOT NULL CHECK (retired IN (0, 1))
) STRICT, WITHOUT ROWID;

-- Columns come at the end, so that older steps can still be taken back. A criterion may go while answers name it: no
-- reference, as with what a letter is about.
ALTER TABLE enquiry ADD COLUMN fit TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(fit));
ALTER TABLE profile ADD COLUMN half_life_days INTEGER NOT NULL DEFAULT 365;
ALTER TABLE profile ADD COLUMN delivery_bar_percent INTEGER NOT NULL DEFAULT 70;
ALTER TABLE profile ADD COLUMN cost_per_hour_minor INTEGER;
ALTER TABLE profile ADD COLUMN cost_per_hour_currency TEXT
    CHECK ((cost_per_hour_currency IS NULL) = (cost_per_hour_minor IS NULL));

-- What we change and whom we fit is found by its words.
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
    FROM letter_template
    UNION ALL
    SELECT 'improvement', id, NULL, begins_on, what, trim(theme || char(10) || notes, char(10)) FROM improvement
    UNION ALL
    SELECT 'check_in_request', id, client, day, person, '' FROM check_in_request WHERE person <> ''
    UNION ALL
    SELECT 'fit_criterion', id, NULL, NULL, name,
        concat_ws(char(10), nullif(question, ''), nullif(offer, ''), nullif(learnt_from, ''))
    FROM fit_criterion;

DELETE FROM search_text;
INSERT INTO search_text (place, kind, record, client, day, title, body)
    SELECT coalesce(unixepoch(day) / 86400, -1000000) * 4294967296
            + row_number() OVER (PARTITION BY day ORDER BY record),
        kind, record, client, day, title, body
    FROM searchable;
INSERT INTO search_index (search_index) VALUES ('rebuild');
