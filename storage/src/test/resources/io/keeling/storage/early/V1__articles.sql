-- What the sink writes and the feeds read. The sink is the only writer, and writes an article, its
-- child rows and the consumer's offsets in one transaction; so there are no foreign keys to check.
-- Needs PostgreSQL 14 or newer.

DO $$
BEGIN
    -- Any other encoding would refuse articles in most of the world's scripts, one by one.
    IF current_setting('server_encoding') <> 'UTF8' THEN
        RAISE EXCEPTION 'the database has the encoding %, Keeling needs UTF8',
            current_setting('server_encoding') USING ERRCODE = 'feature_not_supported';
    END IF;
END
$$;

-- Search ------------------------------------------------------------------------------------------

-- A trusted extension: the owner of the database may create it without being a superuser.
CREATE EXTENSION IF NOT EXISTS unaccent;

-- Every configuration folds accents away, so that "energie" finds "énergie", and stems its language.
CREATE TEXT SEARCH CONFIGURATION keeling_simple (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION keeling_simple
    ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple;

DO $$
DECLARE
    language text;
BEGIN
    FOREACH language IN ARRAY ARRAY['danish', 'dutch', 'english', 'finnish', 'french', 'german',
        'hungarian', 'italian', 'norwegian', 'portuguese', 'romanian', 'russian', 'spanish',
        'swedish', 'turkish']
    LOOP
        EXECUTE format('CREATE TEXT SEARCH CONFIGURATION keeling_%1$s (COPY = %1$s)', language);
        EXECUTE format('ALTER TEXT SEARCH CONFIGURATION keeling_%1$s
            ALTER MAPPING FOR hword, hword_part, word WITH unaccent, %1$s_stem', language);
    END LOOP;
END
$$;

-- The text search configuration for an ISO 639-1 language; keeling_simple where there is no stemmer.
-- For a query: websearch_to_tsquery(language_search_config('de'), 'Waldbrände').
CREATE FUNCTION language_search_config(language text) RETURNS regconfig
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE language
        WHEN 'da' THEN 'keeling_danish'::regconfig
        WHEN 'de' THEN 'keeling_german'::regconfig
        WHEN 'en' THEN 'keeling_english'::regconfig
        WHEN 'es' THEN 'keeling_spanish'::regconfig
        WHEN 'fi' THEN 'keeling_finnish'::regconfig
        WHEN 'fr' THEN 'keeling_french'::regconfig
        WHEN 'hu' THEN 'keeling_hungarian'::regconfig
        WHEN 'it' THEN 'keeling_italian'::regconfig
        WHEN 'nb' THEN 'keeling_norwegian'::regconfig
        WHEN 'nl' THEN 'keeling_dutch'::regconfig
        WHEN 'nn' THEN 'keeling_norwegian'::regconfig
        WHEN 'no' THEN 'keeling_norwegian'::regconfig
        WHEN 'pt' THEN 'keeling_portuguese'::regconfig
        WHEN 'ro' THEN 'keeling_romanian'::regconfig
        WHEN 'ru' THEN 'keeling_russian'::regconfig
        WHEN 'sv' THEN 'keeling_swedish'::regconfig
        WHEN 'tr' THEN 'keeling_turkish'::regconfig
        ELSE 'keeling_simple'::regconfig
    END;

-- The words of an article by weight: title A, subtitle and keywords B, text C. A tsvector holds at
-- most 1 MiB, so only the first 200,000 characters of a text are searchable.
CREATE FUNCTION article_search(
    config regconfig, title text, subtitle text, keywords text[], body text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN setweight(to_tsvector(config, left(title, 10000)), 'A')
        || setweight(to_tsvector(config, left(coalesce(subtitle, ''), 10000)), 'B')
        || setweight(to_tsvector(config, left(array_to_string(keywords, ' '), 10000)), 'B')
        || setweight(to_tsvector(config, left(body, 200000)), 'C');

-- Articles ----------------------------------------------------------------------------------------

-- The current state: for each article the record of the highest revision seen.
CREATE TABLE article (
    id            text        PRIMARY KEY,
    revision      integer     NOT NULL CHECK (revision >= 0),
    version       text        NOT NULL,
    url           text        NOT NULL,
    canonical_url text        NOT NULL,
    source_id     text        NOT NULL,
    source_name   text        NOT NULL,
    source_domain text        NOT NULL,
    title         text        NOT NULL,
    subtitle      text,
    authors       text[]      NOT NULL,
    published     text,       -- as written: 2026-11-24 or 2026-11-24T09:30:00+01:00
    modified      text,       -- as written
    published_at  timestamptz, -- the moment; a day without a time counts as noon UTC
    fetched_at    timestamptz NOT NULL,
    sorted_at     timestamptz NOT NULL, -- published_at, unless it is missing or after fetched_at
    language      text        NOT NULL, -- ISO 639-1, und where it cannot be told
    section       text,
    keywords      text[]      NOT NULL,
    text          text        NOT NULL,
    image         jsonb,      -- {url, caption?, credit?}
    free          boolean     NOT NULL,
    climate_grade text        NOT NULL
        CHECK (climate_grade IN ('main', 'mention', 'adjacent', 'none')),
    climate_score real        NOT NULL,
    story_id      text,
    document      jsonb       NOT NULL, -- the whole EnrichedArticle without its text
    trace         text,       -- header keeling-trace of the record
    stored_at     timestamptz NOT NULL DEFAULT now(),
    search_config regconfig   NOT NULL
        GENERATED ALWAYS AS (language_search_config(language)) STORED,
    search        tsvector    NOT NULL
        GENERATED ALWAYS AS (article_search(
            language_search_config(language), title, subtitle, keywords, text)) STORED
);

CREATE INDEX article_search_index ON article USING gin (search);
CREATE INDEX article_sorted_index ON article (sorted_at DESC, id DESC);
CREATE INDEX article_source_index ON article (source_id, sorted_at DESC, id DESC);
CREATE INDEX article_domain_index ON article (source_domain, sorted_at DESC, id DESC);
CREATE INDEX article_stored_index ON article (stored_at, id);
CREATE INDEX article_language_index ON article (language, sorted_at DESC, id DESC);
CREATE INDEX article_climate_index ON article (climate_grade, sorted_at DESC, id DESC);
CREATE INDEX article_story_index ON article (story_id) WHERE story_id IS NOT NULL;

-- Every version of every article. One that was tagged again keeps only its latest tags.
CREATE TABLE article_version (
    article_id text        NOT NULL,
    version    text        NOT NULL,
    revision   integer     NOT NULL, -- the order of an article's versions
    fetched_at timestamptz NOT NULL,
    document   jsonb       NOT NULL, -- the whole EnrichedArticle, its text included
    stored_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (article_id, version)
);

-- Tags of the current state, replaced when it is ---------------------------------------------------

CREATE TABLE article_name (
    article_id text    NOT NULL,
    position   integer NOT NULL, -- 0 is the most salient
    text       text    NOT NULL,
    type       text    NOT NULL CHECK (type IN ('person', 'organization', 'location')),
    salience   real    NOT NULL,
    mentions   integer NOT NULL, -- how many; where they are is in the document
    wikidata   text,
    country    text,
    lat        double precision,
    lon        double precision,
    PRIMARY KEY (article_id, position)
);

CREATE INDEX article_name_text_index ON article_name (lower(text), article_id);
CREATE INDEX article_name_wikidata_index ON article_name (wikidata) WHERE wikidata IS NOT NULL;

CREATE TABLE article_country (
    article_id text NOT NULL,
    code       text NOT NULL, -- ISO 3166-1 alpha-2
    weight     real NOT NULL, -- 0 to 1
    PRIMARY KEY (article_id, code)
);

CREATE INDEX article_country_code_index ON article_country (code, article_id);

CREATE TABLE article_topic (
    article_id text NOT NULL,
    topic_id   text NOT NULL,
    score      real NOT NULL, -- 0 to 1; the evidence is in the document
    PRIMARY KEY (article_id, topic_id)
);

CREATE INDEX article_topic_topic_index ON article_topic (topic_id, article_id);

-- Where the sink goes on: written in the transaction that stores the records before it.
CREATE TABLE consumer_offset (
    topic       text    NOT NULL,
    partition   integer NOT NULL,
    next_offset bigint  NOT NULL,
    PRIMARY KEY (topic, partition)
);
