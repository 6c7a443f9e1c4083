-- What an article has to do with a topic. Topics stored before there were grades are those it is about.
ALTER TABLE article_topic ADD COLUMN grade text NOT NULL DEFAULT 'main'
    CHECK (grade IN ('main', 'mention'));

-- An article in a language that nobody grades is told apart from one that has nothing to do with
-- climate. Not checked for the rows that are there, which the older condition held for.
ALTER TABLE article DROP CONSTRAINT article_climate_grade_check;
ALTER TABLE article ADD CONSTRAINT article_climate_grade_check
    CHECK (climate_grade IN ('main', 'mention', 'adjacent', 'none', 'ungraded')) NOT VALID;

-- What the thing is usually called, where it is known what is named; else its text says it.
ALTER TABLE article_name ADD COLUMN label text;

CREATE INDEX article_name_label_index ON article_name (lower(label), article_id) WHERE label IS NOT NULL;
