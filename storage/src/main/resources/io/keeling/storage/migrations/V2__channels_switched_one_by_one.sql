-- Whether somebody switched the channel off that is off, not the answer of a receiver that is gone.
ALTER TABLE search_channel ADD COLUMN off_by_hand boolean NOT NULL DEFAULT false;

-- Articles fetched before are not news to the channel: it was added, or switched on, then.
ALTER TABLE search_channel ADD COLUMN since timestamptz NOT NULL DEFAULT '-infinity';

-- The highest place of a channel that was removed. No place is given twice: whoever acts on it late, a person at an old
-- page or a receiver that answers, does not meet another channel there.
ALTER TABLE saved_search ADD COLUMN last_place integer NOT NULL DEFAULT 0;

-- A search without a target has no first channel to carry over, as where that was removed.
DROP TRIGGER saved_search_has_channel ON saved_search;
CREATE CONSTRAINT TRIGGER saved_search_has_channel AFTER INSERT ON saved_search
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.channel <> 'none' AND NEW.target <> '')
    EXECUTE FUNCTION carry_search_channel();
