-- Articles that editors put together by name, with a note on each: written by the desks (feeds), and by the sink where an
-- article is taken down. Expands only: a sink of before does not know of these tables, a desk of before neither.

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

-- The desk's user of docs/security/postgres-roles.sql reads all tables, and changes these.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'keeling_feeds') THEN
        GRANT SELECT, INSERT, UPDATE, DELETE ON collection, collection_article TO keeling_feeds;
    END IF;
END
$$;
