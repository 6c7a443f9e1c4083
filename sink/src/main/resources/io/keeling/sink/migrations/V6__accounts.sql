-- Who may use the desk (docs/security.md#who-may-use-the-desk). These tables are written by feeds, not by the sink, and
-- cannot be made again from topics: they are in every backup but for sessions and invitations.

CREATE TABLE account (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       text NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 64),
    role       text NOT NULL CHECK (role IN ('reader', 'editor', 'operator')),
    -- Argon2id in its PHC form; none where somebody else vouches for the person.
    password   text,
    -- Who vouches: 'local', 'proxy', or the issuer of OpenID Connect, with the name it knows the person by.
    issuer     text NOT NULL DEFAULT 'local' CHECK (length(issuer) <= 500),
    subject    text CHECK (length(subject) <= 255),
    created_at timestamptz NOT NULL DEFAULT now(),
    -- Since when nobody may sign in with it; its changes stay on record.
    closed_at  timestamptz,
    UNIQUE (issuer, subject)
);

-- Of what a browser or program holds only a digest is kept.
CREATE TABLE account_session (
    digest     bytea PRIMARY KEY,
    id         bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    account    bigint NOT NULL REFERENCES account ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT now(),
    seen_at    timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    browser    text NOT NULL CHECK (length(browser) <= 200)
);
CREATE INDEX account_session_account_index ON account_session (account, seen_at);

CREATE TABLE account_token (
    digest     bytea PRIMARY KEY,
    id         bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    account    bigint NOT NULL REFERENCES account ON DELETE CASCADE,
    label      text NOT NULL CHECK (length(label) BETWEEN 1 AND 80),
    scope      text NOT NULL CHECK (scope IN ('read', 'write', 'operate')),
    created_at timestamptz NOT NULL DEFAULT now(),
    used_at    timestamptz,
    expires_at timestamptz NOT NULL
);
CREATE INDEX account_token_account_index ON account_token (account);

-- One-time links by which somebody sets the password of an account.
CREATE TABLE account_invitation (
    digest     bytea PRIMARY KEY,
    -- The account it is for; none for that of the first operator.
    account    bigint REFERENCES account ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL
);

CREATE TABLE audit (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz NOT NULL DEFAULT now(),
    account bigint REFERENCES account ON DELETE SET NULL,
    -- The account's name then.
    who     text NOT NULL CHECK (length(who) <= 64),
    action  text NOT NULL CHECK (length(action) <= 64),
    subject text NOT NULL CHECK (length(subject) <= 500)
);

-- The user of feeds that docs/security/postgres-roles.sql makes may only read otherwise. Where it has another name:
-- the same GRANT for that one.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'keeling_feeds') THEN
        GRANT SELECT, INSERT, UPDATE, DELETE
            ON account, account_session, account_token, account_invitation TO keeling_feeds;
        -- What is on record stays.
        GRANT SELECT, INSERT ON audit TO keeling_feeds;
    END IF;
END
$$;
