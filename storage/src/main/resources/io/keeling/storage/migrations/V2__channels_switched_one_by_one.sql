-- Whether somebody switched the channel off that is off, not the answer of a receiver that is gone.
ALTER TABLE search_channel ADD COLUMN off_by_hand boolean NOT NULL DEFAULT false;

-- Articles fetched before are not news to the channel: it was added, or switched on, then.
ALTER TABLE search_channel ADD COLUMN since timestamptz NOT NULL DEFAULT '-infinity';
