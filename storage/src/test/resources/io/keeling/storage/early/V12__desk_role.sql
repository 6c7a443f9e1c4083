-- The rights of the desk's database user, which is called keeling_desk since the role is.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'keeling_desk') THEN
        GRANT SELECT, INSERT, UPDATE, DELETE
            ON saved_search, search_channel, search_delivery, delivery_attempt, search_alert,
               account, account_session, account_token, account_invitation,
               collection, collection_article, tag_correction TO keeling_desk;
        -- What is on record stays.
        GRANT SELECT, INSERT ON audit TO keeling_desk;
    END IF;
END
$$;
