-- Searches that editors save, and what becomes of them: written by the desks (feeds), not by the sink. Expands only:
-- a sink of before does not know of these tables, a desk of before neither.

CREATE TABLE saved_search (
    id          text        PRIMARY KEY,
    name        text        NOT NULL UNIQUE CHECK (char_length(name) BETWEEN 1 AND 100),
    query       text        NOT NULL CHECK (char_length(query) <= 8000), -- as in an address, without its question mark
    created_at  timestamptz NOT NULL DEFAULT now(),
    -- Who is told, and when. A search without a channel is only looked at.
    channel     text        NOT NULL DEFAULT 'none'
        CHECK (channel IN ('none', 'webhook', 'slack', 'matrix', 'email')),
    target      text        NOT NULL DEFAULT '' CHECK (char_length(target) <= 2000),
    secret      text,       -- what a webhook is signed with
    rhythm      text        NOT NULL DEFAULT 'at-once'
        CHECK (rhythm IN ('at-once', 'hourly', 'daily', 'weekly')),
    corrections boolean     NOT NULL DEFAULT true, -- whether another wording of what was told is told
    has_untold  boolean     NOT NULL DEFAULT false, -- whether alerts wait for a message
    due_at      timestamptz NOT NULL DEFAULT now() -- before it none goes out
);

CREATE INDEX saved_search_due_index ON saved_search (due_at) WHERE has_untold;

-- A message to whom a search tells, and what came of it.
CREATE TABLE search_delivery (
    id           text        PRIMARY KEY, -- the same at each attempt: webhook-id
    search_id    text        NOT NULL REFERENCES saved_search ON DELETE CASCADE,
    created_at   timestamptz NOT NULL DEFAULT now(),
    state        text        NOT NULL DEFAULT 'waiting'
        CHECK (state IN ('waiting', 'delivered', 'given-up', 'empty')),
    attempts     integer     NOT NULL DEFAULT 0,
    attempt_at   timestamptz NOT NULL DEFAULT now(), -- the next one
    ended_at     timestamptz
);

CREATE INDEX search_delivery_waiting_index ON search_delivery (attempt_at) WHERE state = 'waiting';
-- One message after the other: what comes while one waits is in the next.
CREATE UNIQUE INDEX search_delivery_one_index ON search_delivery (search_id) WHERE state = 'waiting';
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

-- That an article is of a search: new once, and corrected once for each wording. Written in the transaction in which
-- it is found, so that it is found once by however many desks, however often they start.
CREATE TABLE search_alert (
    search_id   text        NOT NULL REFERENCES saved_search ON DELETE CASCADE,
    article_id  text        NOT NULL,
    kind        text        NOT NULL CHECK (kind IN ('new', 'corrected')),
    wording     text        NOT NULL, -- the version where kind is corrected, else empty: new it is once
    version     text        NOT NULL, -- in which it was found
    fetched_at  timestamptz NOT NULL, -- that version
    found_at    timestamptz NOT NULL DEFAULT now(),
    delivery_id text        REFERENCES search_delivery ON DELETE CASCADE, -- which told it
    PRIMARY KEY (search_id, article_id, kind, wording)
);

CREATE INDEX search_alert_article_index ON search_alert (article_id);
CREATE INDEX search_alert_untold_index ON search_alert (search_id, found_at) WHERE delivery_id IS NULL;
CREATE INDEX search_alert_delivery_index ON search_alert (delivery_id) WHERE delivery_id IS NOT NULL;

-- The desk's user of docs/security/postgres-roles.sql reads all tables, and changes these.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'keeling_feeds') THEN
        GRANT SELECT, INSERT, UPDATE, DELETE
            ON saved_search, search_delivery, delivery_attempt, search_alert TO keeling_feeds;
    END IF;
END
$$;
