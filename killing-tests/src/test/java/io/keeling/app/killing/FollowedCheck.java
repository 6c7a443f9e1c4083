package io.keeling.app.killing;

import static io.keeling.embedded.postgres.EmbeddedDatabase.USER;

import io.keeling.app.killing.FlakyReceiver.Told;
import io.keeling.contract.article.Article;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Compares who was told of what with {@code keeling.enriched}: each article once recorded for each
 * search that it is of, each other wording once where it is wanted, and each of these told at least
 * once. What the tables refused is left out: it could not be shown. Each search has the word it
 * looks for as its name. For one thread.
 */
final class FollowedCheck {

  /** What is older when it is fetched is no news. */
  private static final Duration NEWS = Duration.ofDays(7);

  private static final Duration POLL = Duration.ofMillis(500);
  private static final int MOST_SHOWN = 20;

  /** What was told of an article for a search. */
  private record State(Set<String> versions, Instant fetchedAt) {}

  /** A row of what was found. */
  private record Found(Told told, String wording, @Nullable String delivery, String state) {

    String key() {
      return key(told, wording);
    }

    static String key(Told told, String wording) {
      return told + " wording " + wording;
    }
  }

  private final RunningCluster cluster;
  private final List<String> words;
  private final FlakyReceiver receiver;
  private final Set<String> expected;
  private String summary = "";

  /** Reads the topic, to which nothing may come any more. */
  FollowedCheck(RunningCluster cluster, List<String> words, FlakyReceiver receiver)
      throws SQLException {
    this.cluster = cluster;
    this.words = words;
    this.receiver = receiver;
    this.expected = Set.copyOf(expected());
  }

  /** How much of what must be found is not found yet, or not told. */
  long untold() throws SQLException {
    Set<String> missing = new HashSet<>(expected);
    List<Found> found = found();
    found.forEach(row -> missing.remove(row.key()));
    return missing.size() + found.stream().filter(FollowedCheck::waits).count();
  }

  private static boolean waits(Found row) {
    return Followers.atOnce(row.told().search())
        && (row.delivery() == null || row.state().equals("waiting"));
  }

  /** What is wrong, a line each. */
  List<String> findings() throws SQLException {
    TreeSet<String> missing = new TreeSet<>(expected);
    List<String> findings = new ArrayList<>();
    List<Found> rows = found();
    Map<String, Set<Told>> messages = receiver.messages();
    int told = 0;
    for (Found row : rows) {
      if (!missing.remove(row.key())) {
        findings.add("recorded and never to be: " + row.key());
      }
      if (Followers.atOnce(row.told().search())) {
        boolean came =
            row.state().equals("delivered")
                && receiver.taken().contains(row.delivery())
                && messages.getOrDefault(row.delivery(), Set.of()).contains(row.told());
        told += came ? 1 : 0;
        if (!came) {
          findings.add("never told (" + row.state() + "): " + row.key());
        }
      } else if (row.delivery() != null) {
        findings.add("told before its time: " + row.key());
      }
    }
    missing.forEach(key -> findings.add("never recorded: " + key));
    Map<Told, String> first = new HashMap<>();
    messages.forEach(
        (id, all) ->
            all.forEach(
                each -> {
                  if (first.putIfAbsent(each, id) != null) {
                    findings.add("told in two messages: " + each);
                  }
                }));
    receiver.changed().forEach(id -> findings.add("another message came as " + id));
    summary = "%d recorded, %d of them told".formatted(rows.size(), told);
    return findings.stream().limit(MOST_SHOWN).toList();
  }

  /** The figures of the last look. */
  String summary() {
    return summary;
  }

  /** What must be recorded, by the records of the topic in their order. */
  private Set<String> expected() throws SQLException {
    Set<String> stored = stored();
    Map<String, State> states = new HashMap<>();
    Set<String> expected = new HashSet<>();
    for (EnrichedArticle enriched : records()) {
      Article article = enriched.article();
      if (!stored.contains(article.id())) {
        continue;
      }
      String text = article.title() + "\n" + article.text();
      for (String word : words) {
        String key = word + " " + article.id();
        State before = states.get(key);
        boolean corrected =
            before != null
                && Followers.corrections(word)
                && article.fetchedAt().isAfter(before.fetchedAt())
                && !before.versions().contains(article.version());
        boolean fresh = before == null && text.contains(word) && isNews(article);
        if (corrected || fresh) {
          Set<String> versions = new HashSet<>(before == null ? Set.of() : before.versions());
          versions.add(article.version());
          states.put(key, new State(versions, article.fetchedAt()));
          Told told =
              new Told(word, article.id(), corrected ? "corrected" : "new", article.version());
          expected.add(Found.key(told, corrected ? article.version() : ""));
        }
      }
    }
    return expected;
  }

  private static boolean isNews(Article article) {
    Instant published =
        article.publishedAt() == null ? article.fetchedAt() : article.publishedAt().instant();
    return !published.isBefore(article.fetchedAt().minus(NEWS));
  }

  private List<EnrichedArticle> records() {
    Map<String, Object> properties = cluster.kafka().clientProperties();
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    List<EnrichedArticle> records = new ArrayList<>();
    String topic = Topics.ENRICHED.name();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends =
          new TreeMap<>((a, b) -> Integer.compare(a.partition(), b.partition()));
      ends.putAll(consumer.endOffsets(partitions));
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer
            .poll(POLL)
            .forEach(
                record ->
                    records.add(
                        ContractSerdes.ENRICHED_ARTICLE.deserialize(
                            topic, record.headers(), record.value())));
      }
    }
    return records;
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(cluster.databaseUrl(), USER, "");
  }

  private Set<String> stored() throws SQLException {
    Set<String> stored = new HashSet<>();
    try (Connection database = connect();
        Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery("SELECT id FROM article")) {
      while (row.next()) {
        stored.add(row.getString(1));
      }
    }
    return stored;
  }

  private List<Found> found() throws SQLException {
    List<Found> result = new ArrayList<>();
    try (Connection database = connect();
        Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT s.name, a.article_id, a.kind, a.version, a.wording, a.delivery_id,
                    coalesce(d.state, '')
                FROM search_alert a JOIN saved_search s ON s.id = a.search_id
                    JOIN article r ON r.id = a.article_id
                    LEFT JOIN search_delivery d ON d.id = a.delivery_id
                """)) {
      while (row.next()) {
        result.add(
            new Found(
                new Told(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                row.getString(5),
                row.getString(6),
                row.getString(7)));
      }
    }
    return result;
  }
}
