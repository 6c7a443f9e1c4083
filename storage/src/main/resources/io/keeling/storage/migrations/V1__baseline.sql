-- All tables. The sink makes them and writes articles; the desk writes what editors do. Which grades, types, roles, channels
-- and so on there are is known to the code that writes them, and to no constraint here.
-- Needs PostgreSQL 14 or newer.

DO $$
BEGIN
    -- Any other encoding would refuse articles in most of the world's scripts, one by one.
    IF current_setting('server_encoding') <> 'UTF8' THEN
        RAISE EXCEPTION 'the database has the encoding %, Keeling needs UTF8',
            current_setting('server_encoding') USING ERRCODE = 'feature_not_supported';
    END IF;
END
$$;

-- Articles: the sink is the only writer, and writes an article, its child rows and the consumer's offsets in one
-- transaction; so there are no foreign keys to check ----------------------------------------------------------------

-- The current state: for each article the record of the highest revision seen.
CREATE TABLE article (
    id            text        PRIMARY KEY,
    revision      integer     NOT NULL CHECK (revision >= 0),
    version       text        NOT NULL,
    url           text        NOT NULL,
    canonical_url text        NOT NULL,
    source_id     text        NOT NULL,
    source_name   text        NOT NULL,
    source_domain text        NOT NULL,
    title         text        NOT NULL,
    subtitle      text,
    authors       text[]      NOT NULL,
    published     text,       -- as written: 2026-11-24 or 2026-11-24T09:30:00+01:00
    modified      text,       -- as written
    published_at  timestamptz, -- the moment; a day without a time counts as noon UTC
    fetched_at    timestamptz NOT NULL,
    sorted_at     timestamptz NOT NULL, -- published_at, unless it is missing or after fetched_at
    language      text        NOT NULL, -- ISO 639-1, und where it cannot be told
    section       text,
    keywords      text[]      NOT NULL,
    text          text        NOT NULL,
    image         jsonb,      -- {url, caption?, credit?}
    free          boolean     NOT NULL,
    climate_grade text        NOT NULL,
    climate_score real        NOT NULL,
    story_id      text,
    document      jsonb       NOT NULL, -- the whole EnrichedArticle without its text
    trace         text,       -- header keeling-trace of the record
    stored_at     timestamptz NOT NULL DEFAULT now()
);

-- The desk reads articles by id, by story and by when they were stored; the others are for anybody's SQL.
CREATE INDEX article_sorted_index ON article (sorted_at DESC, id DESC);
CREATE INDEX article_domain_index ON article (source_domain, sorted_at DESC, id DESC);
CREATE INDEX article_stored_index ON article (stored_at, id);
CREATE INDEX article_story_index ON article (story_id) WHERE story_id IS NOT NULL;

-- Every version of every article. One that was tagged again keeps only its latest tags.
CREATE TABLE article_version (
    article_id text        NOT NULL,
    version    text        NOT NULL,
    revision   integer     NOT NULL, -- the order of an article's versions
    fetched_at timestamptz NOT NULL,
    document   jsonb       NOT NULL, -- the whole EnrichedArticle, its text included
    stored_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (article_id, version)
);

-- Tags of the current state, replaced when it is.
CREATE TABLE article_name (
    article_id text    NOT NULL,
    position   integer NOT NULL, -- 0 is the most salient
    text       text    NOT NULL,
    type       text    NOT NULL,
    salience   real    NOT NULL,
    mentions   integer NOT NULL, -- how many; where they are is in the document
    wikidata   text,
    country    text,
    lat        double precision,
    lon        double precision,
    label      text,    -- what the thing is usually called, where it is known what is named; else its text says it
    PRIMARY KEY (article_id, position)
);

CREATE INDEX article_name_text_index ON article_name (lower(text), article_id);
CREATE INDEX article_name_wikidata_index ON article_name (wikidata) WHERE wikidata IS NOT NULL;

CREATE TABLE article_country (
    article_id text NOT NULL,
    code       text NOT NULL, -- ISO 3166-1 alpha-2
    weight     real NOT NULL, -- 0 to 1
    PRIMARY KEY (article_id, code)
);

CREATE INDEX article_country_code_index ON article_country (code, article_id);

CREATE TABLE article_topic (
    article_id text NOT NULL,
    topic_id   text NOT NULL,
    score      real NOT NULL, -- 0 to 1; the evidence is in the document
    grade      text NOT NULL DEFAULT 'main', -- what the article has to do with it
    PRIMARY KEY (article_id, topic_id)
);

CREATE INDEX article_topic_topic_index ON article_topic (topic_id, article_id);

-- Where the sink goes on: written in the transaction that stores the records before it.
CREATE TABLE consumer_offset (
    topic       text    NOT NULL,
    partition   integer NOT NULL,
    next_offset bigint  NOT NULL,
    PRIMARY KEY (topic, partition)
);

-- Who may use the desk (docs/security.md#who-may-use-the-desk). The desk writes this and all that follows. It cannot be made
-- again from topics: it is in every backup but for sessions and invitations -----------------------------------------

CREATE TABLE account (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       text NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 64),
    role       text NOT NULL,
    -- Argon2id in its PHC form; none where somebody else vouches for the person.
    password   text,
    -- Who vouches: 'local', 'proxy', or the issuer of OpenID Connect, with the name it knows the person by.
    issuer     text NOT NULL DEFAULT 'local' CHECK (length(issuer) <= 500),
    subject    text CHECK (length(subject) <= 255),
    created_at timestamptz NOT NULL DEFAULT now(),
    -- Since when nobody may sign in with it; its changes stay on record.
    closed_at  timestamptz,
    UNIQUE (issuer, subject)
);

-- Of what a browser or program holds only a digest is kept.
CREATE TABLE account_session (
    digest     bytea PRIMARY KEY,
    id         bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    account    bigint NOT NULL REFERENCES account ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT now(),
    seen_at    timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    browser    text NOT NULL CHECK (length(browser) <= 200)
);
CREATE INDEX account_session_account_index ON account_session (account, seen_at);

CREATE TABLE account_token (
    digest     bytea PRIMARY KEY,
    id         bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    account    bigint NOT NULL REFERENCES account ON DELETE CASCADE,
    label      text NOT NULL CHECK (length(label) BETWEEN 1 AND 80),
    scope      text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    used_at    timestamptz,
    expires_at timestamptz NOT NULL
);
CREATE INDEX account_token_account_index ON account_token (account);

-- One-time links by which somebody sets the password of an account.
CREATE TABLE account_invitation (
    digest     bytea PRIMARY KEY,
    -- The account it is for; none for that of the first operator.
    account    bigint REFERENCES account ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL
);

CREATE TABLE audit (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz NOT NULL DEFAULT now(),
    account bigint REFERENCES account ON DELETE SET NULL,
    -- The account's name then.
    who     text NOT NULL CHECK (length(who) <= 64),
    action  text NOT NULL CHECK (length(action) <= 64),
    subject text NOT NULL CHECK (length(subject) <= 500)
);

-- Searches that editors save, and what becomes of them --------------------------------------------------------------

CREATE TABLE saved_search (
    id          text        PRIMARY KEY,
    name        text        NOT NULL UNIQUE CHECK (char_length(name) BETWEEN 1 AND 100),
    query       text        NOT NULL CHECK (char_length(query) <= 8000), -- as in an address, without its question mark
    created_at  timestamptz NOT NULL DEFAULT now(),
    -- What search_channel has now. A desk that does not know that table writes these, and the triggers below carry them over.
    channel     text        NOT NULL DEFAULT 'none',
    target      text        NOT NULL DEFAULT '' CHECK (char_length(target) <= 2000),
    secret      text,
    rhythm      text        NOT NULL DEFAULT 'at-once',
    corrections boolean     NOT NULL DEFAULT true, -- whether another wording of what was told is told
    has_untold  boolean     NOT NULL DEFAULT false,
    due_at      timestamptz NOT NULL DEFAULT now(),
    language    text        NOT NULL DEFAULT 'en' CHECK (language ~ '^[a-z]{2}$'), -- that followers are told in, ISO 639-1
    owner       bigint      REFERENCES account ON DELETE SET NULL -- who saved it, and may see where its alerts go
);

CREATE INDEX saved_search_due_index ON saved_search (due_at) WHERE has_untold;

-- A way by which the followers of a search are told, of which it may have several.
CREATE TABLE search_channel (
    search_id  text        NOT NULL REFERENCES saved_search ON DELETE CASCADE,
    place      integer     NOT NULL, -- among those of the search, from 1
    channel    text        NOT NULL,
    target     text        NOT NULL CHECK (char_length(target) <= 2000),
    secret     text,       -- what a webhook is signed with
    rhythm     text        NOT NULL,
    has_untold boolean     NOT NULL DEFAULT false, -- whether alerts wait for a message
    due_at     timestamptz NOT NULL DEFAULT now(), -- before it none goes out
    off_at     timestamptz, -- since when nothing is sent, as its receiver is gone
    PRIMARY KEY (search_id, place)
);

CREATE INDEX search_channel_due_index ON search_channel (due_at) WHERE has_untold;

-- A message to whom a search tells, and what came of it.
CREATE TABLE search_delivery (
    id           text        PRIMARY KEY, -- the same at each attempt: webhook-id
    search_id    text        NOT NULL REFERENCES saved_search ON DELETE CASCADE,
    created_at   timestamptz NOT NULL DEFAULT now(),
    state        text        NOT NULL DEFAULT 'waiting',
    attempts     integer     NOT NULL DEFAULT 0,
    attempt_at   timestamptz NOT NULL DEFAULT now(), -- the next one
    ended_at     timestamptz,
    place        integer     NOT NULL DEFAULT 1, -- of the search's channel
    notice_of    integer     -- of a message that a channel was switched off: its place
);

CREATE INDEX search_delivery_waiting_index ON search_delivery (attempt_at) WHERE state = 'waiting';
-- One message of a channel after the other: what comes while one waits is in the next.
CREATE UNIQUE INDEX search_delivery_one_index ON search_delivery (search_id, place)
    WHERE state = 'waiting' AND notice_of IS NULL;
CREATE INDEX search_delivery_search_index ON search_delivery (search_id, created_at);

CREATE TABLE delivery_attempt (
    delivery_id text        NOT NULL REFERENCES search_delivery ON DELETE CASCADE,
    attempt     integer     NOT NULL,
    at          timestamptz NOT NULL DEFAULT now(),
    status      integer,    -- of HTTP, where there was an answer
    problem     text        NOT NULL DEFAULT '', -- empty where it was taken
    millis      integer     NOT NULL,
    PRIMARY KEY (delivery_id, attempt)
);

-- That an article is of a search, once for each channel: new once, and corrected once for each wording. Written in the
-- transaction in which it is found, so that it is found once by however many desks, however often they start.
CREATE TABLE search_alert (
    search_id   text        NOT NULL REFERENCES saved_search ON DELETE CASCADE,
    article_id  text        NOT NULL,
    kind        text        NOT NULL, -- new or corrected
    wording     text        NOT NULL, -- the version where kind is corrected, else empty: new it is once
    version     text        NOT NULL, -- in which it was found
    fetched_at  timestamptz NOT NULL, -- that version
    found_at    timestamptz NOT NULL DEFAULT now(),
    delivery_id text        REFERENCES search_delivery ON DELETE CASCADE, -- which told it
    place       integer     NOT NULL DEFAULT 1, -- of the search's channel
    PRIMARY KEY (search_id, article_id, kind, wording, place)
);

CREATE INDEX search_alert_article_index ON search_alert (article_id);
CREATE INDEX search_alert_untold_index ON search_alert (search_id, place, found_at) WHERE delivery_id IS NULL;
CREATE INDEX search_alert_delivery_index ON search_alert (delivery_id) WHERE delivery_id IS NOT NULL;

-- At the end of the transaction, so that whoever knows of search_channel has written it by then.
CREATE FUNCTION carry_search_channel() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_channel (search_id, place, channel, target, secret, rhythm, has_untold, due_at)
        SELECT id, 1, channel, target, secret, rhythm, has_untold, due_at FROM saved_search WHERE id = NEW.id
        ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER saved_search_has_channel AFTER INSERT ON saved_search
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.channel <> 'none') EXECUTE FUNCTION carry_search_channel();

CREATE FUNCTION carry_untold() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE search_channel SET has_untold = NEW.has_untold, due_at = NEW.due_at WHERE search_id = NEW.id AND place = 1;
    RETURN NULL;
END
$$;
CREATE TRIGGER saved_search_has_untold AFTER UPDATE OF has_untold, due_at ON saved_search
    FOR EACH ROW WHEN (NEW.has_untold <> OLD.has_untold OR NEW.due_at <> OLD.due_at) EXECUTE FUNCTION carry_untold();

-- Articles that editors put together by name, with a note on each; the sink takes out what is taken down ------------

CREATE TABLE collection (
    id         text        PRIMARY KEY,
    name       text        NOT NULL UNIQUE CHECK (char_length(name) BETWEEN 1 AND 100),
    created_at timestamptz NOT NULL DEFAULT now(),
    changed_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX collection_changed_index ON collection (changed_at DESC);

-- No foreign key to the article: collections are restored before articles come back, and outlive a rebuild of them.
CREATE TABLE collection_article (
    collection_id text        NOT NULL REFERENCES collection ON DELETE CASCADE,
    article_id    text        NOT NULL,
    added_at      timestamptz NOT NULL DEFAULT now(),
    added_by      text        NOT NULL CHECK (char_length(added_by) <= 64), -- the account's name then
    note          text        NOT NULL DEFAULT '' CHECK (char_length(note) <= 1000), -- plain text
    noted_at      timestamptz, -- none where there never was a note
    noted_by      text        CHECK (char_length(noted_by) <= 64),
    PRIMARY KEY (collection_id, article_id)
);

CREATE INDEX collection_article_article_index ON collection_article (article_id);

-- What editors say of tags, as it was sent to keeling.corrections, to tell who said what, and why. What holds is what the
-- topic says ---------------------------------------------------------------------------------------------------------

CREATE TABLE tag_correction (
    article   text        NOT NULL CHECK (length(article) = 32),
    id        text        NOT NULL CHECK (length(id) = 16), -- of the tag: the key of the record is article/id
    tag       text        NOT NULL CHECK (length(tag) <= 20),
    subject   text        CHECK (length(subject) <= 200),
    says      text        NOT NULL CHECK (length(says) <= 20),
    version   text        CHECK (length(version) <= 64), -- which the editor saw
    quote     text        CHECK (length(quote) <= 1000),
    note      text        CHECK (length(note) <= 500),
    who       text        NOT NULL CHECK (length(who) <= 150), -- the account's name then
    at        timestamptz NOT NULL,
    undone_by text        CHECK (length(undone_by) <= 150),
    undone_at timestamptz,
    -- Where the word stands on the topic: the last one there holds, whatever the clock of the desk that sent it says.
    place     bigint,     -- the record's offset
    topic     text        CHECK (length(topic) <= 64), -- the id of the topic it was read from; null until it was read
    PRIMARY KEY (article, id)
);

-- What was said of an article holds words of it: they go when it is taken down.
CREATE FUNCTION forget_tag_corrections() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM tag_correction WHERE article = OLD.id;
    RETURN NULL;
END
$$;
CREATE TRIGGER article_forgets_tag_corrections AFTER DELETE ON article
    FOR EACH ROW EXECUTE FUNCTION forget_tag_corrections();
