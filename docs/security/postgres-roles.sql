-- Two users of PostgreSQL (15 or newer): the sink makes and owns the tables, desk may only read them but for those of accounts and
-- saved searches, to which the migrations that make them give it the rights.
-- Neither owns the database, nor may it make another, a schema or an extension.
--
--   psql -h db.example.org -U postgres -f docs/security/postgres-roles.sql
--   psql -h db.example.org -U postgres -c '\password keeling_sink' -c '\password keeling_desk'
--
-- SecuredPipelineIT runs this file, and then the sink and desk as these two.
CREATE ROLE keeling_sink LOGIN;
CREATE ROLE keeling_desk LOGIN;
CREATE DATABASE keeling;
\connect keeling
REVOKE ALL ON DATABASE keeling FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE keeling TO keeling_sink;
GRANT CREATE ON SCHEMA public TO keeling_sink;
GRANT CONNECT ON DATABASE keeling TO keeling_desk;
ALTER DEFAULT PRIVILEGES FOR ROLE keeling_sink IN SCHEMA public GRANT SELECT ON TABLES TO keeling_desk;
-- Where the sink has made its tables before: GRANT SELECT ON ALL TABLES IN SCHEMA public TO keeling_desk;
-- and what R__rights_of_the_desk.sql gives, beside the tables in storage/src/main/resources/io/keeling/storage/migrations.
-- Transactions that change something say so; all others read.
ALTER ROLE keeling_desk SET default_transaction_read_only = on;
