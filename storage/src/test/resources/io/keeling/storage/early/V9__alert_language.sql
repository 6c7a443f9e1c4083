-- The language that followers of a search are told in, by its code (ISO 639-1). With a default, so that the release before
-- still writes.

ALTER TABLE saved_search ADD COLUMN language text NOT NULL DEFAULT 'en' CHECK (language ~ '^[a-z]{2}$');
