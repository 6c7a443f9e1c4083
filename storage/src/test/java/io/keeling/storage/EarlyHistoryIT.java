package io.keeling.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keeling.embedded.postgres.EmbeddedDatabase;
import io.keeling.environment.EmptyDatabase;
import io.keeling.storage.SchemaState.Condition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases that builds from before the first release made. */
class EarlyHistoryIT {

  private static final String NAMESPACE = "'public'::regnamespace";

  /** No part of the tables: Flyway's own, and what its extension brought into early ones. */
  private static final String OURS =
      " AND %1$s NOT LIKE 'flyway%%' AND NOT EXISTS (SELECT FROM pg_depend d"
          + " WHERE d.objid = %2$s AND d.deptype = 'e')";

  private final EmptyDatabase early = new EmptyDatabase();
  private final EmptyDatabase fresh = new EmptyDatabase();

  private static DatabaseConfig config(EmptyDatabase database) {
    return DatabaseConfig.at(database.url(), EmbeddedDatabase.USER);
  }

  private static void migrateEarly(EmptyDatabase database, String target) {
    Flyway.configure()
        .dataSource(database.dataSource())
        .locations("classpath:io/keeling/storage/early")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .target(target)
        .load()
        .migrate();
  }

  @ParameterizedTest
  @ValueSource(strings = {"11", "12"})
  void theBaselineMakesWhatTheEarlyMigrationsMade(String last) {
    migrateEarly(early, last);
    Migrations.apply(config(early));
    Migrations.apply(config(fresh));

    assertThat(schema(fresh)).hasSizeGreaterThan(250);
    assertThat(schema(early)).isEqualTo(schema(fresh));
  }

  @Test
  void aDatabaseOfTheLastEarlyBuildIsTakenOverWithWhatItHolds() throws Exception {
    migrateEarly(early, "latest");
    early.execute(
        "INSERT INTO collection (id, name) VALUES ('a', 'Heat');"
            + " INSERT INTO consumer_offset VALUES ('keeling.enriched', 0, 7)");
    assertThat(state(early).condition()).isEqualTo(Condition.OLDER);

    int applied = Migrations.apply(config(early));

    assertThat(applied).as("the rights and what came since").isEqualTo(2);
    assertThat(early.rows("SELECT name FROM collection")).containsExactly("Heat");
    assertThat(early.rows("SELECT next_offset FROM consumer_offset")).containsExactly("7");
    assertThat(state(early)).isEqualTo(new SchemaState(Condition.CURRENT, "2", 0));
    assertThat(Migrations.apply(config(early))).isZero();
  }

  @Test
  void theBaselineThatHadListsOfTheCodeIsTakenOverWithoutThem() throws Exception {
    Migrations.apply(config(early));
    early.execute(
        "ALTER TABLE account ADD CONSTRAINT account_role_check CHECK (role IN ('reader'));"
            + " ALTER TABLE search_channel DROP COLUMN off_by_hand, DROP COLUMN since;"
            + " ALTER TABLE saved_search DROP COLUMN last_place;"
            + " DELETE FROM flyway_schema_history WHERE version = '2';"
            + " UPDATE flyway_schema_history SET checksum = 175689825 WHERE version = '1'");
    assertThat(state(early).condition()).isEqualTo(Condition.OLDER);

    Migrations.apply(config(early));
    Migrations.apply(config(fresh));

    assertThat(schema(early)).isEqualTo(schema(fresh));
    assertThat(state(early)).isEqualTo(new SchemaState(Condition.CURRENT, "2", 0));
  }

  @Test
  void aLaterMigrationIsAppliedToWhatWasTakenOver() {
    migrateEarly(early, "latest");
    Migrations.apply(config(early));

    assertThat(Migrations.apply(early.dataSource(), "classpath:io/keeling/storage/later"))
        .isEqualTo(1);
    assertThat(early.rows("SELECT count(*) FROM of_later")).containsExactly("0");
  }

  @Test
  void theUserOfTheDeskGetsItsRightsInBoth() {
    early.execute("CREATE ROLE keeling_desk");
    try {
      migrateEarly(early, "latest");
      Migrations.apply(config(early));
      Migrations.apply(config(fresh));

      assertThat(rights(fresh))
          .contains("collection INSERT", "audit INSERT", "search_channel DELETE")
          .doesNotContain("audit DELETE", "article INSERT");
      assertThat(rights(early)).isEqualTo(rights(fresh));
    } finally {
      early.execute("DROP OWNED BY keeling_desk");
      fresh.execute("DROP OWNED BY keeling_desk");
      early.execute("DROP ROLE keeling_desk");
    }
  }

  @Test
  void anOlderOneIsLeftAsItIsWithALineThatSaysWhatToDo() throws Exception {
    migrateEarly(early, "9");
    List<String> before = early.rows("SELECT script FROM flyway_schema_history");

    assertThatThrownBy(() -> Migrations.apply(config(early)))
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("up to V9 of V12")
        .hasMessageContaining("docs/operators.md")
        .extracting(SqlFailures::of)
        .extracting(DatabaseFailure::kind)
        .isEqualTo(DatabaseFailure.Kind.UNFIT);

    assertThat(early.rows("SELECT script FROM flyway_schema_history")).isEqualTo(before);
    assertThat(state(early).condition()).isEqualTo(Condition.BROKEN);
  }

  private static SchemaState state(EmptyDatabase database) throws Exception {
    try (DatabaseLook look = DatabaseLook.open(config(database), Duration.ofSeconds(10))) {
      return look.schema();
    }
  }

  private static List<String> rights(EmptyDatabase database) {
    return database.rows(
        "SELECT table_name || ' ' || privilege_type FROM information_schema.role_table_grants"
            + " WHERE grantee = 'keeling_desk' ORDER BY 1");
  }

  /** All that a dump of the schema would hold, a line each. */
  private static List<String> schema(EmptyDatabase database) {
    List<String> lines = new ArrayList<>();
    // Columns in their order, with types, defaults, identities and what is generated.
    lines.addAll(
        database.rows(
            "SELECT c.relname, row_number() OVER (PARTITION BY c.oid ORDER BY a.attnum), a.attname,"
                + " format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity,"
                + " a.attgenerated, a.attstorage, a.attcompression, pg_get_expr(d.adbin, d.adrelid)"
                + " FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0"
                + " AND NOT a.attisdropped"
                + " LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum"
                + " WHERE c.relkind IN ('r', 'v', 'm', 'S') AND c.relnamespace = "
                + NAMESPACE
                + OURS.formatted("c.relname", "c.oid")
                + " ORDER BY 1, 2"));
    lines.addAll(
        database.rows(
            "SELECT c.relname, n.conname, n.contype, n.condeferrable, n.condeferred,"
                + " n.convalidated, pg_get_constraintdef(n.oid)"
                + " FROM pg_constraint n JOIN pg_class c ON c.oid = n.conrelid"
                + " WHERE n.connamespace = "
                + NAMESPACE
                + OURS.formatted("c.relname", "c.oid")
                + " ORDER BY 1, 2"));
    lines.addAll(
        database.rows(
            "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'"
                + " AND tablename NOT LIKE 'flyway%' ORDER BY 1"));
    lines.addAll(
        database.rows(
            "SELECT pg_get_triggerdef(oid), tgenabled FROM pg_trigger WHERE NOT tgisinternal"
                + " ORDER BY 1"));
    lines.addAll(
        database.rows(
            "SELECT pg_get_functiondef(p.oid) FROM pg_proc p WHERE p.prokind IN ('f', 'p')"
                + " AND p.pronamespace = "
                + NAMESPACE
                + OURS.formatted("p.proname", "p.oid")
                + " ORDER BY 1"));
    lines.addAll(
        database.rows(
            "SELECT c.relname, c.relacl, c.reloptions, c.relrowsecurity, c.relpersistence,"
                + " pg_get_userbyid(c.relowner), s.seqincrement, s.seqstart, s.seqmax"
                + " FROM pg_class c LEFT JOIN pg_sequence s ON s.seqrelid = c.oid"
                + " WHERE c.relnamespace = "
                + NAMESPACE
                + OURS.formatted("c.relname", "c.oid")
                + " ORDER BY 1"));
    lines.addAll(
        database.rows("SELECT cfgname FROM pg_ts_config WHERE cfgnamespace = " + NAMESPACE));
    lines.addAll(
        database.rows(
            "SELECT objoid::regclass, description FROM pg_description"
                + " WHERE classoid = 'pg_class'::regclass AND objoid >= 16384 ORDER BY 1, 2"));
    return lines;
  }
}
