package io.keeling.sink.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.sink.Servers;
import io.keeling.sink.TestDatabase;
import io.keeling.storage.Migrations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A sink of the last release on the schema of this one. */
@ExtendWith(Servers.class)
class ReleasedSinkIT {

  @Test
  void theStatementsOfTheLastReleaseStillWorkAndWriteWhatTodaysWouldRead(TestDatabase database)
      throws Exception {
    ReleasedStatements released = new ReleasedStatements(1);
    Migrations.apply(database.config());

    released.store(database);

    assertThat(database.rows("SELECT id, revision, title, text, story_id FROM article"))
        .containsExactly("harbour-1|2|Harbour wall holds|The wall holds. 2|harbour-1");
    assertThat(database.rows("SELECT version, revision FROM article_version ORDER BY revision"))
        .containsExactly("v1|1", "v2|2");
    assertThat(
            database.rows(
                "SELECT n.text, n.mentions, c.code, t.topic_id FROM article_name n"
                    + " JOIN article_country c USING (article_id)"
                    + " JOIN article_topic t USING (article_id)"))
        .containsExactly("Lagos|1|NG|sea-level");
    assertThat(database.rows("SELECT topic, partition, next_offset FROM consumer_offset"))
        .containsExactly("keeling.enriched|0|2");

    released.remove(database, "harbour-1");
    assertThat(
            database.rows(
                "SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM article_version),"
                    + " (SELECT count(*) FROM article_name)"))
        .containsExactly("0|0|0");
  }
}
