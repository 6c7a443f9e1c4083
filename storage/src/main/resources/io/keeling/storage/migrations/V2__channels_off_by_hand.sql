-- Whether somebody switched the channel off that is off, not the answer of a receiver that is gone.
ALTER TABLE search_channel ADD COLUMN off_by_hand boolean NOT NULL DEFAULT false;
