package io.keeling.verifier.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keeling.contract.article.Article;
import io.keeling.contract.serde.Json;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * Compares the tables with {@code keeling.enriched}: the last revision of each article is the
 * current one, every version is kept with the last revision of it, all tags are those of the
 * current one, and the offsets stand behind the last record.
 */
final class TablesCheck {

  /** Rows fetched at once, to bound the memory. */
  private static final int FETCHED_ROWS = 500;

  private final Map<String, List<EnrichedCheck.Found>> enriched;
  private final ExpectedState expected;
  private final Findings findings;

  TablesCheck(
      ExpectedState expected, Map<String, List<EnrichedCheck.Found>> enriched, Findings findings) {
    this.expected = expected;
    this.enriched = enriched;
    this.findings = findings;
  }

  /**
   * Compares.
   *
   * @param next the offset behind the last record of each partition
   * @return how many articles the tables hold
   */
  int run(Connection database, Map<TopicPartition, Long> next) throws SQLException {
    database.setAutoCommit(false);
    Map<String, EnrichedCheck.Found> current = new HashMap<>();
    Map<String, EnrichedCheck.Found> versions = new HashMap<>();
    enriched.forEach(
        (id, revisions) -> {
          for (EnrichedCheck.Found each : revisions) {
            if (!expected.refusals().containsKey(each.trace())) {
              current.put(id, each);
              versions.put(id + " " + each.article().article().version(), each);
            }
          }
        });
    int articles = compareCurrent(database, current);
    compareVersions(database, versions);
    compareTags(database, current);
    compareOffsets(database, next);
    return articles;
  }

  /**
   * How PostgreSQL rounds a time to its microseconds only PostgreSQL knows, so it says itself
   * whether the row's time is that of the document, which is compared with the topic's.
   */
  private int compareCurrent(Connection database, Map<String, EnrichedCheck.Found> wanted)
      throws SQLException {
    Set<String> ids = new HashSet<>();
    String sql =
        "SELECT id, revision, version, url, title, text, source_domain, trace, document::text,"
            + " fetched_at = (document ->> 'fetchedAt')::timestamptz FROM article";
    try (Statement statement = statement(database);
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        String id = row.getString(1);
        ids.add(id);
        EnrichedCheck.Found found = wanted.get(id);
        if (found == null) {
          findings.add("article: %s was never published", id);
          continue;
        }
        Article article = found.article().article();
        findings.same(
            List.of(
                found.article().revision(),
                article.version(),
                article.url(),
                article.title(),
                article.text(),
                article.source().domain(),
                found.trace()),
            List.of(
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                String.valueOf(row.getString(8))),
            "article: the row of %s is not revision %d",
            id,
            found.article().revision());
        ObjectNode document = (ObjectNode) json(row.getString(9));
        document.put("text", article.text());
        findings.same(json(found.json()), document, "article: other document of %s", id);
        findings.same(true, row.getBoolean(10), "article: other time in the row of %s", id);
      }
    }
    missing("article", wanted.keySet(), ids);
    return ids.size();
  }

  private void compareVersions(Connection database, Map<String, EnrichedCheck.Found> wanted)
      throws SQLException {
    Set<String> keys = new HashSet<>();
    String sql = "SELECT article_id, version, revision, document::text FROM article_version";
    try (Statement statement = statement(database);
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        String key = row.getString(1) + " " + row.getString(2);
        keys.add(key);
        EnrichedCheck.Found found = wanted.get(key);
        if (found == null) {
          findings.add("article_version: %s was never published", key);
          continue;
        }
        findings.same(
            found.article().revision(),
            row.getInt(3),
            "article_version: %s is not revision %d",
            key,
            found.article().revision());
        findings.same(
            json(found.json()),
            json(row.getString(4)),
            "article_version: other document of %s",
            key);
      }
    }
    missing("article_version", wanted.keySet(), keys);
  }

  private void compareTags(Connection database, Map<String, EnrichedCheck.Found> current)
      throws SQLException {
    Map<String, Integer> wanted = new HashMap<>();
    current.forEach(
        (id, found) -> {
          found
              .article()
              .names()
              .forEach(name -> wanted.merge(id + " name " + name.text(), 1, Integer::sum));
          found.article().countries().forEach(c -> wanted.put(id + " country " + c.code(), 1));
          found.article().topics().forEach(topic -> wanted.put(id + " topic " + topic.id(), 1));
        });
    Map<String, Integer> found = new HashMap<>();
    String sql =
        "SELECT article_id || ' name ' || text FROM article_name"
            + " UNION ALL SELECT article_id || ' country ' || code FROM article_country"
            + " UNION ALL SELECT article_id || ' topic ' || topic_id FROM article_topic";
    try (Statement statement = statement(database);
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        found.merge(row.getString(1), 1, Integer::sum);
      }
    }
    missing("tags", wanted.keySet(), found.keySet());
    missing("tags nobody made", found.keySet(), wanted.keySet());
    found.forEach(
        (tag, count) ->
            findings.same(wanted.getOrDefault(tag, count), count, "tags: %d of %s", count, tag));
  }

  private void compareOffsets(Connection database, Map<TopicPartition, Long> next)
      throws SQLException {
    Map<TopicPartition, Long> found = new HashMap<>();
    try (Statement statement = statement(database);
        ResultSet row =
            statement.executeQuery("SELECT topic, partition, next_offset FROM consumer_offset")) {
      while (row.next()) {
        found.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
      }
    }
    next.forEach(
        (partition, offset) ->
            findings.same(
                offset,
                found.getOrDefault(partition, 0L),
                "consumer_offset: %s is at %d, not behind the last record at %d",
                partition,
                found.getOrDefault(partition, 0L),
                offset));
  }

  private void missing(String table, Set<String> wanted, Set<String> found) {
    wanted.stream()
        .filter(key -> !found.contains(key))
        .forEach(key -> findings.add("%s: lost %s", table, key));
  }

  private static Statement statement(Connection database) throws SQLException {
    Statement statement = database.createStatement();
    statement.setFetchSize(FETCHED_ROWS);
    return statement;
  }

  private static JsonNode json(String text) {
    try {
      return Json.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the database gives JSON", e);
    }
  }

  private static JsonNode json(byte[] bytes) {
    try {
      return Json.MAPPER.readTree(bytes);
    } catch (IOException e) {
      throw new IllegalStateException("the value was read before", e);
    }
  }
}
