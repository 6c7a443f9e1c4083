-- What a release to come may do while the last one's sink still writes: it only adds.
ALTER TABLE article ADD COLUMN mood text NOT NULL DEFAULT 'unknown';
ALTER TABLE article_version ADD COLUMN reader text;
ALTER TABLE article_topic ADD COLUMN rank integer;
CREATE INDEX article_mood_index ON article (mood);
CREATE TABLE article_quote (
    article_id text NOT NULL,
    position integer NOT NULL,
    text text NOT NULL,
    PRIMARY KEY (article_id, position)
);
