package io.keeling.bench.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.keeling.bench.chain.Chain;
import io.keeling.contract.article.Article;
import io.keeling.contract.article.NewsDate;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.serde.Json;
import io.keeling.contract.topic.Topics;
import io.keeling.feeds.Feeds;
import io.keeling.feeds.match.MatchFollower;
import io.keeling.feeds.query.Filters;
import io.keeling.feeds.query.QueryString;
import io.keeling.sink.Sink;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Saved searches with followers, from the topic to a receiver: articles that are made arrive at a
 * rate, sink and desk take them in, and a receiver on this machine is told at once of what each
 * search finds. How long after its row each article is told, and whether it keeps up. Not for
 * sharing between threads.
 */
public final class AlertsBenchmark {

  /** How long after the last article is waited for what is still to be told. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final Duration LOOK = Duration.ofMillis(500);

  /** Searches that are made after the first, so that the first articles find them read. */
  private static final int WARM_UP = 200;

  private final Map<String, Long> told = new ConcurrentHashMap<>();
  private final AtomicInteger messages = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Chain chain;
  private final MadeArchive archive;

  private AlertsBenchmark(Chain chain, MadeArchive archive) {
    this.chain = chain;
    this.archive = archive;
  }

  /**
   * Measures.
   *
   * @param arguments how many searches, articles a second, for how many seconds, the folder of our
   *     own news; and {@code all} for searches that find a hundredth of all articles each, as
   *     nobody would follow them
   */
  public static void main(String[] arguments) throws Exception {
    int searches = Integer.parseInt(arguments[0]);
    int perSecond = Integer.parseInt(arguments[1]);
    int seconds = Integer.parseInt(arguments[2]);
    try (Chain chain = Chain.start();
        Sink unused = chain.sink()) {
      AlertsBenchmark benchmark =
          new AlertsBenchmark(chain, new MadeArchive(Path.of(arguments[3])));
      HttpServer receiver = benchmark.receiver();
      benchmark.save(
          arguments.length > 4
              ? MadeSearches.of(benchmark.archive, searches)
              : MadeSearches.selective(benchmark.archive, searches),
          receiver.getAddress().getPort());
      try (Feeds desk = chain.feeds()) {
        benchmark.send(0, WARM_UP, perSecond);
        benchmark.awaitTold();
        benchmark.run(perSecond, seconds);
      }
      receiver.stop(0);
      benchmark.threads.shutdownNow();
    }
  }

  private HttpServer receiver() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    return server;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode body = Json.MAPPER.readTree(exchange.getRequestBody().readAllBytes());
      long now = micros(Instant.now());
      String search = body.at("/data/search/id").asText();
      body.at("/data/articles")
          .forEach(item -> told.putIfAbsent(search + " " + item.get("id").asText(), now));
      messages.incrementAndGet();
      exchange.sendResponseHeaders(204, -1);
    }
  }

  /** As the desk saves them, but for the one after the other. */
  private void save(Map<String, Filters> searches, int port) throws SQLException {
    try (Connection database = chain.tables().getConnection();
        PreparedStatement insert =
            database.prepareStatement(
                "INSERT INTO saved_search (id, name, query, channel, target, secret)"
                    + " VALUES (?, ?, ?, 'webhook', ?, ?)")) {
      String secret = "whsec_" + Base64.getEncoder().encodeToString(new byte[24]);
      for (Map.Entry<String, Filters> search : searches.entrySet()) {
        insert.setString(1, search.getKey());
        insert.setString(2, search.getKey());
        insert.setString(3, QueryString.of(search.getValue()).replaceFirst("^[?]", ""));
        insert.setString(4, "http://127.0.0.1:" + port + "/" + search.getKey());
        insert.setString(5, secret);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private void run(int perSecond, int seconds) throws Exception {
    told.clear();
    messages.set(0);
    long processor = processor();
    Duration database = chain.databaseProcessor();
    Instant began = Instant.now();
    send(WARM_UP, perSecond * seconds, perSecond);
    double took = Duration.between(began, Instant.now()).toMillis() / 1e3;
    long behind = found(began) - told.size();
    double drained = awaitTold();
    double used = (processor() - processor) / 1e9;
    System.out.printf(
        "%,d articles in %.0f s, %.1f a second; %,d alerts in %,d messages; when the last had come, %,d"
            + " alerts were untold, and all were told %.1f s later%n",
        perSecond * seconds,
        took,
        perSecond * seconds / took,
        told.size(),
        messages.get(),
        behind,
        drained);
    System.out.printf(
        "processors in use: %.2f by this JVM (sink, desk, Kafka, receiver), %.2f by PostgreSQL%n",
        used / (took + drained),
        chain.databaseProcessor().minus(database).toMillis() / 1e3 / (took + drained));
    delays(began);
  }

  private static long processor() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private void send(int first, int count, int perSecond) throws InterruptedException {
    try (EnrichedWriter writer = new EnrichedWriter(chain.connection())) {
      long began = System.nanoTime();
      for (int i = 0; i < count; i++) {
        long due = began + i * 1_000_000_000L / perSecond;
        long wait = due - System.nanoTime();
        if (wait > 0) {
          Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
        }
        writer.send(ofNow(archive.article(first + i)));
      }
    }
  }

  /** The same, but news. */
  private static EnrichedArticle ofNow(EnrichedArticle made) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Article article =
        made.article().toBuilder()
            .fetchedAt(now)
            .dates(NewsDate.parse(now.truncatedTo(ChronoUnit.SECONDS).toString()), null)
            .build();
    return new EnrichedArticle(
        article,
        made.revision(),
        made.names(),
        made.countries(),
        made.climate(),
        made.topics(),
        made.story(),
        made.enrichment());
  }

  /** Waits until all was told, and says how many seconds that took. */
  private double awaitTold() throws Exception {
    long began = System.nanoTime();
    Thread.sleep(LOOK.toMillis());
    while (left() > 0 && System.nanoTime() - began < PATIENCE.toNanos()) {
      Thread.sleep(LOOK.toMillis());
    }
    return (System.nanoTime() - began) / 1e9;
  }

  /** Records that were not matched, alerts without a message, messages that were not taken. */
  private long left() throws Exception {
    return unmatched()
        + number(
            """
            SELECT (SELECT count(*) FROM search_alert WHERE delivery_id IS NULL)
                + (SELECT count(*) FROM search_delivery WHERE state = 'waiting')
            """);
  }

  private long unmatched() throws Exception {
    try (Admin admin = Admin.create(chain.connection().clientProperties())) {
      Map<TopicPartition, OffsetAndMetadata> read =
          admin.listConsumerGroupOffsets(MatchFollower.GROUP).partitionsToOffsetAndMetadata().get();
      Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
      for (int i = 0; i < Chain.PARTITIONS; i++) {
        asked.put(new TopicPartition(Topics.ENRICHED.name(), i), OffsetSpec.latest());
      }
      long sum = 0;
      for (var end : admin.listOffsets(asked).all().get().entrySet()) {
        OffsetAndMetadata at = read.get(end.getKey());
        sum += end.getValue().offset() - (at == null ? 0 : at.offset());
      }
      return sum;
    }
  }

  private long found(Instant since) throws SQLException {
    return number("SELECT count(*) FROM search_alert WHERE found_at >= '" + since + "'");
  }

  private long number(String query) throws SQLException {
    try (Connection database = chain.tables().getConnection();
        Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** From the row of an article, and from when it was found, until its followers were told. */
  private void delays(Instant since) throws SQLException {
    int most = told.size();
    double[] ofRow = new double[most];
    double[] ofFinding = new double[most];
    int count = 0;
    try (Connection database = chain.tables().getConnection();
        Statement statement = database.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT search_id || ' ' || article_id,
                    (extract(epoch FROM stored_at) * 1000000)::bigint,
                    (extract(epoch FROM found_at) * 1000000)::bigint
                FROM search_alert JOIN article ON id = article_id WHERE found_at >= '%s'
                """
                    .formatted(since))) {
      while (rows.next() && count < most) {
        Long when = told.get(rows.getString(1));
        if (when != null) {
          ofRow[count] = (when - rows.getLong(2)) / 1e6;
          ofFinding[count] = (when - rows.getLong(3)) / 1e6;
          count++;
        }
      }
    }
    print("told after its row", Arrays.copyOf(ofRow, count));
    print("told after it was found", Arrays.copyOf(ofFinding, count));
  }

  private static void print(String what, double[] seconds) {
    Arrays.sort(seconds);
    if (seconds.length > 0) {
      System.out.printf(
          "%-24s p50 %.2f s, p95 %.2f s, longest %.2f s%n",
          what,
          seconds[seconds.length / 2],
          seconds[seconds.length * 95 / 100],
          seconds[seconds.length - 1]);
    }
  }

  private static long micros(Instant moment) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
  }
}
