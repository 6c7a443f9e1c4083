-- What editors say of tags, as it was sent to keeling.corrections: written by the desks (feeds), not by the sink, to
-- tell who said what, and why. What holds is what the topic says. Expands only.

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

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'keeling_feeds') THEN
        GRANT SELECT, INSERT, UPDATE, DELETE ON tag_correction TO keeling_feeds;
    END IF;
END
$$;
