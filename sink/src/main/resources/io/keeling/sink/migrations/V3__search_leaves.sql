-- The desk finds articles with an index of its own (docs/decisions/0016-search-is-an-index-in-feeds.md),
-- and reads of these tables what it shows, by id. What only its search read goes. A desk of before reads
-- it still, so desks are replaced first (docs/upgrades.md); no sink ever named it.

-- With it goes article_search_index. The room it took is free when PostgreSQL writes the rows anew.
ALTER TABLE article DROP COLUMN search, DROP COLUMN search_config;

DROP FUNCTION article_search(regconfig, text, text, text[], text);
DROP FUNCTION language_search_config(text);

DO $$
DECLARE
    language text;
BEGIN
    FOREACH language IN ARRAY ARRAY['simple', 'danish', 'dutch', 'english', 'finnish', 'french',
        'german', 'hungarian', 'italian', 'norwegian', 'portuguese', 'romanian', 'russian',
        'spanish', 'swedish', 'turkish']
    LOOP
        EXECUTE format('DROP TEXT SEARCH CONFIGURATION keeling_%1$s', language);
    END LOOP;
END
$$;

-- The desk's lists and filters. What is left serves what is read by id, by story, by when it was
-- stored, and anybody's SQL by date, outlet, name, thing, country or topic.
DROP INDEX article_source_index, article_language_index, article_climate_index, article_name_label_index;
