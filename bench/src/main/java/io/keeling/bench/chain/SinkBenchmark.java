package io.keeling.bench.chain;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import io.keeling.embedded.postgres.EmbeddedDatabase;
import io.keeling.sink.batch.BatchItem;
import io.keeling.sink.batch.WritePlan;
import io.keeling.sink.database.BatchStore;
import io.keeling.sink.database.StoreOutcome.Stored;
import io.keeling.storage.DatabaseConfig;
import io.keeling.storage.Migrations;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Measures articles a second into PostgreSQL by the sink, from a record's bytes to the commit,
 * beside COPY, batched INSERT and row-by-row INSERT of the very same rows into the same tables.
 * They take turns, and their order changes with every round. Not for sharing between threads.
 */
public final class SinkBenchmark {

  private static final TopicPartition PARTITION = new TopicPartition(Topics.ENRICHED.name(), 0);

  /** Records of a batch: the sink's own. */
  private static final int BATCH = 500;

  /**
   * A commit waits for the disk, as PostgreSQL's own default and the compose file's server have it.
   */
  private static final Map<String, String> SETTINGS = Map.of("synchronous_commit", "on");

  private final EmbeddedDatabase database;
  private final BatchStore store;
  private final List<List<ConsumerRecord<byte[], byte[]>>> records = new ArrayList<>();
  private final List<List<StoredRows>> byBatch = new ArrayList<>();
  private final List<List<StoredRows>> byArticle = new ArrayList<>();
  private final Map<String, Way> ways = new LinkedHashMap<>();

  /** One way to write all articles into empty tables. */
  private interface Way {
    void write() throws Exception;
  }

  private SinkBenchmark(EmbeddedDatabase database, BatchStore store) {
    this.database = database;
    this.store = store;
    ways.put("sink", this::sink);
    ways.put("COPY", () -> each(byBatch, "reWriteBatchedInserts=false", RowWriter::copy));
    ways.put(
        "INSERT in batches, rewritten to many rows",
        () -> each(byBatch, "reWriteBatchedInserts=true", RowWriter::batches));
    ways.put(
        "INSERT in batches",
        () -> each(byBatch, "reWriteBatchedInserts=false", RowWriter::batches));
    ways.put(
        "INSERT row by row, a commit for each batch",
        () -> each(byBatch, "reWriteBatchedInserts=false", RowWriter::rowByRow));
    ways.put(
        "INSERT row by row, a commit for each article",
        () -> each(byArticle, "reWriteBatchedInserts=false", RowWriter::rowByRow));
  }

  /**
   * Runs.
   *
   * @param args how many articles, how many rounds after the first, which does not count, and the
   *     folder of our own news
   */
  public static void main(String[] args) throws Exception {
    int articles = args.length > 0 ? Integer.parseInt(args[0]) : 2_000;
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    Path news = Path.of(args.length > 2 ? args[2] : "training/corpus/news");
    try (Scratch scratch = Scratch.make();
        EmbeddedDatabase database = EmbeddedDatabase.start(scratch.path("postgres"), 0, SETTINGS);
        BatchStore store =
            BatchStore.open(DatabaseConfig.at(url(database), EmbeddedDatabase.USER))) {
      Migrations.apply(database.dataSource());
      SinkBenchmark benchmark = new SinkBenchmark(database, store);
      benchmark.prepare(TaggedNews.make(news, articles));
      benchmark.run(articles, rounds);
    }
  }

  private static String url(EmbeddedDatabase database) {
    return database.jdbcUrl().replaceFirst("\\?.*", "");
  }

  /** The sink writes once, so that there are rows to give to the others. */
  private void prepare(List<EnrichedArticle> articles) throws Exception {
    records.addAll(records(articles));
    List<String> ids = articles.stream().map(article -> article.article().id()).toList();
    sink();
    try (Connection connection = database.dataSource().getConnection()) {
      for (int from = 0; from < ids.size(); from += BATCH) {
        byBatch.add(
            StoredRows.read(connection, ids.subList(from, Math.min(ids.size(), from + BATCH))));
      }
      for (String id : ids) {
        byArticle.add(StoredRows.read(connection, List.of(id)));
      }
      System.out.println(StoredRows.fingerprint(connection));
    }
  }

  /** Articles as records, in batches. */
  static List<List<ConsumerRecord<byte[], byte[]>>> records(List<EnrichedArticle> articles) {
    List<List<ConsumerRecord<byte[], byte[]>>> batches = new ArrayList<>();
    for (int i = 0; i < articles.size(); i++) {
      if (i % BATCH == 0) {
        batches.add(new ArrayList<>());
      }
      EnrichedArticle article = articles.get(i);
      byte[] json = ContractSerdes.ENRICHED_ARTICLE.serialize(PARTITION.topic(), article);
      batches
          .get(batches.size() - 1)
          .add(
              new ConsumerRecord<>(
                  PARTITION.topic(),
                  0,
                  i,
                  article.article().id().getBytes(StandardCharsets.UTF_8),
                  json));
    }
    return batches;
  }

  private void run(int articles, int rounds) throws Exception {
    Map<String, List<Double>> speeds = new LinkedHashMap<>();
    String expected = null;
    for (int round = 0; round <= rounds; round++) {
      List<String> order = new ArrayList<>(ways.keySet());
      java.util.Collections.rotate(order, round);
      for (String name : order) {
        String found;
        double seconds;
        try (Connection connection = database.dataSource().getConnection()) {
          StoredRows.removeAll(connection);
          long start = System.nanoTime();
          Objects.requireNonNull(ways.get(name)).write();
          seconds = (System.nanoTime() - start) / 1e9;
          found = StoredRows.fingerprint(connection);
        }
        if (expected != null && !expected.equals(found)) {
          throw new IllegalStateException(name + " left other rows: " + found);
        }
        expected = found;
        if (round > 0) {
          speeds.computeIfAbsent(name, key -> new ArrayList<>()).add(articles / seconds);
        }
      }
    }
    report(speeds);
  }

  private void report(Map<String, List<Double>> speeds) {
    double sink = median(Objects.requireNonNull(speeds.get("sink")));
    for (String name : ways.keySet()) {
      List<Double> each = Objects.requireNonNull(speeds.get(name));
      System.out.printf(
          "%-46s %7.0f articles/s, the sink has %5.2f times that; rounds %s%n",
          name,
          median(each),
          sink / median(each),
          each.stream().map(speed -> String.format("%.0f", speed)).toList());
    }
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  private void sink() throws SQLException {
    sink(store, records);
  }

  /** Stores records as the sink does. */
  static void sink(BatchStore store, List<List<ConsumerRecord<byte[], byte[]>>> records)
      throws SQLException {
    store.offsets(List.of(PARTITION));
    long offset = 0;
    for (List<ConsumerRecord<byte[], byte[]>> batch : records) {
      WritePlan plan =
          WritePlan.of(batch.stream().map(record -> BatchItem.of(record).reading()).toList());
      long next = offset + batch.size();
      var outcome = store.store(plan, Map.of(PARTITION, offset), Map.of(PARTITION, next));
      if (!(outcome instanceof Stored)) {
        throw new IllegalStateException("the sink stored nothing: " + outcome);
      }
      offset = next;
    }
  }

  /** A way that writes rows through a connection. */
  private interface Write {
    void write(Connection connection, List<StoredRows> rows) throws Exception;
  }

  private void each(List<List<StoredRows>> parts, String parameter, Write write) throws Exception {
    // The server tells the types, as in Kafka Connect the schema of the topic does.
    String address =
        url(database) + "?user=" + EmbeddedDatabase.USER + "&stringtype=unspecified&" + parameter;
    try (Connection connection = DriverManager.getConnection(address)) {
      for (List<StoredRows> part : parts) {
        write.write(connection, part);
      }
    }
  }
}
