-- The user of the desk that docs/security/postgres-roles.sql makes may read all tables, and change these. Where it has
-- another name: the same GRANT for that one.

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'keeling_desk') THEN
        GRANT SELECT, INSERT, UPDATE, DELETE
            ON account, account_session, account_token, account_invitation,
                saved_search, search_channel, search_delivery, delivery_attempt, search_alert,
                collection, collection_article, tag_correction TO keeling_desk;
        -- What is on record stays.
        GRANT SELECT, INSERT ON audit TO keeling_desk;
    END IF;
END
$$;
