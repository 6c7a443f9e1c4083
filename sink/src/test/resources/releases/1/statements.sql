-- The statements of the sink of release 1, as they were. This file is never changed: a sink of that
-- release may still write while the next one has migrated the database.

-- name: load-offsets
WITH wanted (topic, partition) AS (SELECT * FROM unnest(?::text[], ?::integer[])),
    made AS (
        INSERT INTO consumer_offset (topic, partition, next_offset)
        SELECT topic, partition, 0 FROM wanted
        ON CONFLICT (topic, partition) DO NOTHING
        RETURNING topic, partition, next_offset)
SELECT topic, partition, next_offset FROM made
UNION
SELECT topic, partition, next_offset FROM consumer_offset JOIN wanted USING (topic, partition)

-- name: advance-offsets
UPDATE consumer_offset AS stored SET next_offset = moved.next_offset
FROM unnest(?::text[], ?::integer[], ?::bigint[], ?::bigint[])
    AS moved (topic, partition, expected, next_offset)
WHERE stored.topic = moved.topic AND stored.partition = moved.partition
    AND stored.next_offset = moved.expected

-- name: create-staging
CREATE TEMPORARY TABLE staged_article (
    current boolean, id text, revision integer, version text, url text, canonical_url text,
    source_id text, source_name text, source_domain text, title text, subtitle text,
    authors text[], published text, modified text, published_at timestamptz,
    fetched_at timestamptz, sorted_at timestamptz, language text, section text,
    keywords text[], image jsonb, free boolean, climate_grade text, climate_score real,
    story_id text, document jsonb, trace text
) ON COMMIT DELETE ROWS;
ALTER TABLE staged_article ALTER COLUMN document SET STORAGE EXTERNAL

-- name: copy
COPY staged_article FROM STDIN (ENCODING 'UTF8')

-- name: store-versions
INSERT INTO article_version (article_id, version, revision, fetched_at, document)
SELECT id, version, revision, fetched_at, document FROM staged_article
ON CONFLICT (article_id, version) DO UPDATE SET
    revision = excluded.revision, fetched_at = excluded.fetched_at,
    document = excluded.document, stored_at = excluded.stored_at
WHERE excluded.revision > article_version.revision

-- name: store-current
INSERT INTO article (id, revision, version, url, canonical_url, source_id, source_name,
    source_domain, title, subtitle, authors, published, modified, published_at, fetched_at,
    sorted_at, language, section, keywords, image, free, climate_grade, climate_score, story_id,
    trace, text, document)
SELECT id, revision, version, url, canonical_url, source_id, source_name, source_domain, title,
    subtitle, authors, published, modified, published_at, fetched_at, sorted_at, language, section,
    keywords, image, free, climate_grade, climate_score, story_id, trace, document ->> 'text',
    document - 'text' FROM staged_article WHERE current
ON CONFLICT (id) DO UPDATE SET
    id = excluded.id, revision = excluded.revision, version = excluded.version, url = excluded.url,
    canonical_url = excluded.canonical_url, source_id = excluded.source_id,
    source_name = excluded.source_name, source_domain = excluded.source_domain,
    title = excluded.title, subtitle = excluded.subtitle, authors = excluded.authors,
    published = excluded.published, modified = excluded.modified,
    published_at = excluded.published_at, fetched_at = excluded.fetched_at,
    sorted_at = excluded.sorted_at, language = excluded.language, section = excluded.section,
    keywords = excluded.keywords, image = excluded.image, free = excluded.free,
    climate_grade = excluded.climate_grade, climate_score = excluded.climate_score,
    story_id = excluded.story_id, trace = excluded.trace, text = excluded.text,
    document = excluded.document, stored_at = excluded.stored_at
WHERE excluded.revision > article.revision
RETURNING id, xmax = 0 AS is_new

-- name: remove-tags
WITH gone (id) AS (SELECT unnest(?)),
    names AS (DELETE FROM article_name USING gone WHERE article_id = gone.id),
    countries AS (DELETE FROM article_country USING gone WHERE article_id = gone.id)
DELETE FROM article_topic USING gone WHERE article_id = gone.id

-- name: remove-articles
WITH gone (id) AS (SELECT unnest(?)),
    versions AS (DELETE FROM article_version USING gone WHERE article_id = gone.id)
DELETE FROM article USING gone WHERE article.id = gone.id

-- name: store-tags
WITH stored AS (
        SELECT id, document FROM staged_article WHERE current AND id = ANY (?)),
    names AS (
        INSERT INTO article_name (
            article_id, position, text, type, salience, mentions, wikidata, country, lat, lon)
        SELECT id, position - 1, name ->> 'text', name ->> 'type',
            coalesce((name ->> 'salience')::real, 0),
            coalesce(jsonb_array_length(nullif(name -> 'mentions', 'null')), 0),
            name ->> 'wikidata', name ->> 'country',
            (name ->> 'lat')::double precision, (name ->> 'lon')::double precision
        FROM stored, jsonb_array_elements(nullif(document -> 'names', 'null'))
            WITH ORDINALITY AS element (name, position)),
    countries AS (
        INSERT INTO article_country (article_id, code, weight)
        SELECT id, country ->> 'code', max(coalesce((country ->> 'weight')::real, 0))
        FROM stored, jsonb_array_elements(nullif(document -> 'countries', 'null')) AS country
        GROUP BY 1, 2)
INSERT INTO article_topic (article_id, topic_id, score)
SELECT id, topic ->> 'id', max(coalesce((topic ->> 'score')::real, 0))
FROM stored, jsonb_array_elements(nullif(document -> 'topics', 'null')) AS topic
GROUP BY 1, 2
