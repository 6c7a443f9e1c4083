-- Where the word on a tag stands on keeling.corrections, so that the last one there holds here, too, and not the one of the
-- desk whose clock is ahead. Both are null of what a release before has written, until the topic is read again.

ALTER TABLE tag_correction
    ADD COLUMN place bigint, -- the record's offset
    ADD COLUMN topic text CHECK (length(topic) <= 64); -- the id of the topic it was read from; null until it was read
