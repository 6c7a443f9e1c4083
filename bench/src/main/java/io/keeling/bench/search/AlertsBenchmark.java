package io.keeling.bench.search;

import io.keeling.bench.chain.Chain;
import io.keeling.contract.topic.Topics;
import io.keeling.desk.Desk;
import io.keeling.desk.saved.match.MatchFollower;
import io.keeling.search.query.Filters;
import io.keeling.search.query.QueryString;
import io.keeling.sink.Sink;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Saved searches with followers, from the topic to a receiver: articles that are made arrive at a
 * rate, sink and desk take them in, and a receiver on this machine is told at once of what each
 * search finds. How long after its row each article is told, whether it keeps up, and whether each
 * was recorded once and told. Not for sharing between threads.
 */
public final class AlertsBenchmark {

  /**
   * How long after the last article is waited for what is still to be told: what a killed desk was
   * about to send another sends after a minute.
   */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final Duration LOOK = Duration.ofMillis(500);

  /** Searches that are made after the first, so that the first articles find them read. */
  private static final int WARM_UP = 200;

  private static final String KILL = "kill=";

  private final Chain chain;
  private final AlertReceiver receiver;
  private final ArticleStream stream;

  private AlertsBenchmark(Chain chain, AlertReceiver receiver, ArticleStream stream) {
    this.chain = chain;
    this.receiver = receiver;
    this.stream = stream;
  }

  /**
   * Measures, and ends with status 1 where an alert was not recorded once, or never told.
   *
   * @param arguments how many searches, articles a second, for how many seconds, the folder of our
   *     own news; {@code all} for searches that find a hundredth of all articles each, as nobody
   *     would follow them; {@code kill=} with a number of seconds for two desks in processes of
   *     their own, one of which is killed (SIGKILL) after each such pause and started again, and
   *     for a tenth of the articles to be other wordings of those before
   */
  public static void main(String[] arguments) throws Exception {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> {
          failure.printStackTrace();
          System.exit(1);
        });
    int searches = Integer.parseInt(arguments[0]);
    int perSecond = Integer.parseInt(arguments[1]);
    int seconds = Integer.parseInt(arguments[2]);
    MadeArchive archive = new MadeArchive(Path.of(arguments[3]));
    List<String> options = Arrays.asList(arguments).subList(4, arguments.length);
    Optional<Duration> pause =
        options.stream()
            .filter(option -> option.startsWith(KILL))
            .map(option -> Duration.ofSeconds(Long.parseLong(option.substring(KILL.length()))))
            .findFirst();
    List<String> broken;
    try (Chain chain = Chain.start();
        Sink unused = chain.sink();
        AlertReceiver receiver = new AlertReceiver()) {
      ArticleStream stream = new ArticleStream(chain, archive, pause.isPresent());
      AlertsBenchmark benchmark = new AlertsBenchmark(chain, receiver, stream);
      benchmark.save(
          options.contains("all")
              ? MadeSearches.of(archive, searches)
              : MadeSearches.selective(archive, searches));
      if (pause.isPresent()) {
        benchmark.runKilled(perSecond, seconds, pause.get());
      } else {
        try (Desk desk = chain.desk()) {
          benchmark.warmUp(perSecond);
          benchmark.run(perSecond, seconds, () -> "");
        }
      }
      broken = new AlertPromises(chain).broken(stream.sent(), receiver);
    }
    broken.forEach(System.out::println);
    System.exit(broken.isEmpty() ? 0 : 1);
  }

  private void runKilled(int perSecond, int seconds, Duration pause) throws Exception {
    Path directory = Files.createTempDirectory("keeling-alerts");
    System.out.println("indexes and logs of the desks are in " + directory);
    try (KilledDesks desks = new KilledDesks(chain, directory)) {
      warmUp(perSecond);
      desks.killByTurns(pause);
      run(perSecond, seconds, () -> desks.killNoMore() + " times a desk was killed; ");
    }
  }

  /** As the desk saves them, but for the one after the other. */
  private void save(Map<String, Filters> searches) throws SQLException {
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
        insert.setString(4, receiver.address(search.getKey()));
        insert.setString(5, secret);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private void warmUp(int perSecond) throws Exception {
    stream.send(WARM_UP, perSecond);
    awaitTold();
    if (left() > 0) {
      throw new IllegalStateException("the first articles are not told");
    }
  }

  /** Ends what happens meanwhile, and says what that was. */
  private interface Meanwhile {
    String end() throws Exception;
  }

  private void run(int perSecond, int seconds, Meanwhile meanwhile) throws Exception {
    int before = receiver.count();
    int requests = receiver.requests();
    long processor = processor();
    Duration database = chain.databaseProcessor();
    Instant began = Instant.now();
    stream.send(perSecond * seconds, perSecond);
    double took = Duration.between(began, Instant.now()).toMillis() / 1e3;
    long behind = number("SELECT count(*) FROM search_alert") - receiver.count();
    String happened = meanwhile.end();
    double drained = awaitTold();
    double used = (processor() - processor) / 1e9;
    System.out.printf(
        "%s%,d articles in %.0f s, %.1f a second; %,d alerts in %,d requests; when the last had come, %,d"
            + " alerts were untold, and all were told %.1f s later%n",
        happened,
        perSecond * seconds,
        took,
        perSecond * seconds / took,
        receiver.count() - before,
        receiver.requests() - requests,
        behind,
        drained);
    System.out.printf(
        "processors in use: %.2f by this JVM (sink, Kafka, receiver; the desk but where it is killed),"
            + " %.2f by PostgreSQL%n",
        used / (took + drained),
        chain.databaseProcessor().minus(database).toMillis() / 1e3 / (took + drained));
    delays(began);
  }

  private static long processor() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
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
    Map<String, Long> told = receiver.told();
    int most = told.size();
    double[] ofRow = new double[most];
    double[] ofFinding = new double[most];
    int count = 0;
    try (Connection database = chain.tables().getConnection();
        Statement statement = database.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT search_id || ' ' || article_id || ' ' || kind,
                    (extract(epoch FROM stored_at) * 1000000)::bigint,
                    (extract(epoch FROM found_at) * 1000000)::bigint
                FROM search_alert JOIN article_version USING (article_id, version)
                WHERE found_at >= '%s'
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
}
