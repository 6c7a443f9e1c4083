package io.keeling.bench.chain;

import io.keeling.embedded.postgres.EmbeddedDatabase;
import io.keeling.sink.database.BatchStore;
import io.keeling.storage.DatabaseConfig;
import io.keeling.storage.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Measures what full text in PostgreSQL cost the sink before the desk had an index of its own: the
 * same articles into the same tables, with and without the columns and indexes that it took, in
 * turns. Prints articles a second, and the processor time of PostgreSQL for an article. Not for
 * sharing between threads.
 */
public final class FullTextBenchmark {

  /** As the tables had it, with the configuration of most articles. */
  private static final List<String> BEFORE =
      List.of(
          "CREATE EXTENSION unaccent",
          """
          CREATE TEXT SEARCH CONFIGURATION keeling_english (COPY = english)
          """,
          """
          ALTER TEXT SEARCH CONFIGURATION keeling_english
              ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem
          """,
          """
          CREATE FUNCTION article_search(
              config regconfig, title text, subtitle text, keywords text[], body text)
              RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
              RETURN setweight(to_tsvector(config, left(title, 10000)), 'A')
                  || setweight(to_tsvector(config, left(coalesce(subtitle, ''), 10000)), 'B')
                  || setweight(to_tsvector(config, left(array_to_string(keywords, ' '), 10000)), 'B')
                  || setweight(to_tsvector(config, left(body, 200000)), 'C')
          """,
          """
          ALTER TABLE article ADD COLUMN search tsvector NOT NULL GENERATED ALWAYS AS
              (article_search('keeling_english', title, subtitle, keywords, text)) STORED
          """,
          "CREATE INDEX article_search_index ON article USING gin (search)",
          "CREATE INDEX article_source_index ON article (source_id, sorted_at DESC, id DESC)",
          "CREATE INDEX article_language_index ON article (language, sorted_at DESC, id DESC)",
          "CREATE INDEX article_climate_index ON article (climate_grade, sorted_at DESC, id DESC)",
          "CREATE INDEX article_name_label_index ON article_name (lower(label), article_id)"
              + " WHERE label IS NOT NULL");

  private static final List<String> NOW =
      List.of(
          "ALTER TABLE article DROP COLUMN search",
          "DROP FUNCTION article_search(regconfig, text, text, text[], text)",
          "DROP TEXT SEARCH CONFIGURATION keeling_english",
          "DROP EXTENSION unaccent",
          "DROP INDEX article_source_index, article_language_index,"
              + " article_climate_index, article_name_label_index");

  private FullTextBenchmark() {}

  /**
   * Runs.
   *
   * @param args how many articles, how many rounds after the first, which does not count, and the
   *     folder of our own news
   */
  public static void main(String[] args) throws Exception {
    int articles = Integer.parseInt(args[0]);
    int rounds = Integer.parseInt(args[1]);
    List<List<ConsumerRecord<byte[], byte[]>>> records =
        SinkBenchmark.records(TaggedNews.make(Path.of(args[2]), articles));
    try (Scratch scratch = Scratch.make();
        EmbeddedDatabase database =
            EmbeddedDatabase.start(
                scratch.path("postgres"), 0, Map.of("synchronous_commit", "on"))) {
      Migrations.apply(database.dataSource());
      ProcessHandle server = server(scratch.path("postgres"));
      Figures with = new Figures("with full text");
      Figures without = new Figures("without");
      for (int round = 0; round <= rounds; round++) {
        run(database, BEFORE);
        measure(database, server, records, articles, round, with);
        run(database, NOW);
        measure(database, server, records, articles, round, without);
      }
      with.print();
      without.print();
    }
  }

  private static void run(EmbeddedDatabase database, List<String> statements) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      StoredRows.removeAll(connection);
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static void measure(
      EmbeddedDatabase database,
      ProcessHandle server,
      List<List<ConsumerRecord<byte[], byte[]>>> records,
      int articles,
      int round,
      Figures figures)
      throws Exception {
    String url = database.jdbcUrl().replaceFirst("\\?.*", "");
    try (BatchStore store = BatchStore.open(DatabaseConfig.at(url, EmbeddedDatabase.USER))) {
      SinkBenchmark.sink(store, records.subList(0, 0)); // connects
      Duration before = processorTime(server);
      long start = System.nanoTime();
      SinkBenchmark.sink(store, records);
      double seconds = (System.nanoTime() - start) / 1e9;
      Duration used = processorTime(server).minus(before);
      if (round > 0) {
        figures.speeds.add(articles / seconds);
        figures.millis.add((double) used.toMillis() / articles);
      }
    }
  }

  /** The server, whose first line in its folder is its process. */
  static ProcessHandle server(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder, 2)) {
      Path file = files.filter(path -> path.endsWith("postmaster.pid")).findFirst().orElseThrow();
      return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0).strip()))
          .orElseThrow();
    }
  }

  static Duration processorTime(ProcessHandle server) {
    return Stream.concat(Stream.of(server), server.descendants())
        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** What was measured of one schema. */
  private record Figures(String name, List<Double> speeds, List<Double> millis) {

    Figures(String name) {
      this(name, new ArrayList<>(), new ArrayList<>());
    }

    void print() {
      System.out.printf(
          "%-14s %6.0f articles/s, %5.2f ms of PostgreSQL's processor time an article; rounds %s%n",
          name,
          median(speeds),
          median(millis),
          millis.stream().map(value -> String.format("%.2f", value)).toList());
    }

    private static double median(List<Double> values) {
      return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
  }
}
