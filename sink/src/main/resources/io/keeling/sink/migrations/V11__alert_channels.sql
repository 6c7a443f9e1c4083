-- The ways by which the followers of a search are told: several of one search, each with its rhythm, its messages and its
-- attempts. Expands: what a release before writes into saved_search is carried over by the triggers below, which leave in a
-- later release with the columns channel, target, secret, rhythm, has_untold and due_at.

-- Who saved it, and may see where its alerts go.
ALTER TABLE saved_search ADD COLUMN owner bigint REFERENCES account ON DELETE SET NULL;
UPDATE saved_search s SET owner = (
    SELECT account FROM audit a WHERE a.action = 'search.save' AND a.subject = s.name ORDER BY a.id DESC LIMIT 1);

-- What there is to choose is known to the desk alone.
ALTER TABLE saved_search DROP CONSTRAINT saved_search_channel_check, DROP CONSTRAINT saved_search_rhythm_check;
ALTER TABLE search_delivery DROP CONSTRAINT search_delivery_state_check;
ALTER TABLE search_alert DROP CONSTRAINT search_alert_kind_check;

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

INSERT INTO search_channel (search_id, place, channel, target, secret, rhythm, has_untold, due_at)
    SELECT id, 1, channel, target, secret, rhythm, has_untold, due_at FROM saved_search WHERE channel <> 'none';

CREATE INDEX search_channel_due_index ON search_channel (due_at) WHERE has_untold;

ALTER TABLE search_delivery
    ADD COLUMN place integer NOT NULL DEFAULT 1,
    ADD COLUMN notice_of integer; -- of a message that a channel was switched off: its place
DROP INDEX search_delivery_one_index;
-- One message of a channel after the other: what comes while one waits is in the next.
CREATE UNIQUE INDEX search_delivery_one_index ON search_delivery (search_id, place)
    WHERE state = 'waiting' AND notice_of IS NULL;

-- Recorded once for each channel.
ALTER TABLE search_alert ADD COLUMN place integer NOT NULL DEFAULT 1;
ALTER TABLE search_alert DROP CONSTRAINT search_alert_pkey,
    ADD PRIMARY KEY (search_id, article_id, kind, wording, place);
DROP INDEX search_alert_untold_index;
CREATE INDEX search_alert_untold_index ON search_alert (search_id, place, found_at) WHERE delivery_id IS NULL;

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

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'keeling_feeds') THEN
        GRANT SELECT, INSERT, UPDATE, DELETE ON search_channel TO keeling_feeds;
    END IF;
END
$$;
