package io.keeling.app.killing;

import static io.keeling.embedded.postgres.EmbeddedDatabase.USER;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Breaks a cluster in every way it knows, in an order drawn from a seed, until its time is over and
 * every way was tried. For one thread.
 */
final class Killer {

  /** A way to break something, and to bring it back. */
  interface Fault {
    void strike() throws Exception;
  }

  /** A fault that may find nothing to break. */
  private interface Attempt {

    /** Whether it broke something. */
    boolean strike() throws Exception;
  }

  private record Named(String name, Attempt attempt) {

    static Named sure(String name, Fault fault) {
      return new Named(
          name,
          () -> {
            fault.strike();
            return true;
          });
    }
  }

  private static final List<String> ROLES =
      List.of("ingest-1", "ingest-2", "enrich-1", "enrich-2", "sink-1", "sink-2");

  /**
   * Longer than the ten seconds after which Kafka gives a consumer's partitions away, and often
   * longer than the twenty within which it rolls an open transaction back.
   */
  private static final long SHORTEST_PAUSE_MILLIS = 11_000;

  private static final long LONGEST_PAUSE_MILLIS = 23_000;

  /** Within this time a sink meets a record, if there is one. */
  private static final Duration WORK_COMES = Duration.ofSeconds(20);

  private static final Duration BACK_UP = Duration.ofMinutes(2);

  private final RunningCluster cluster;
  private final RandomGenerator random;
  private final Map<String, Integer> struck = new TreeMap<>();

  Killer(RunningCluster cluster, long seed) {
    this.cluster = cluster;
    this.random = new SplittableRandom(seed);
  }

  /**
   * Breaks things for so long at least, and each in turn.
   *
   * @param afterRound what is done each time when all have been broken and there is time for more
   */
  void run(Duration time, Fault afterRound) throws Exception {
    Instant end = Instant.now().plus(time);
    while (Instant.now().isBefore(end) || struck.isEmpty()) {
      for (Named next : shuffled(faults())) {
        pause(Duration.ofMillis(random.nextLong(500, 3_000)));
        System.out.println("killer: " + next.name());
        if (next.attempt().strike()) {
          struck.merge(next.name(), 1, Integer::sum);
        } else {
          System.out.println("killer: nothing to break there");
        }
      }
      if (Instant.now().isBefore(end)) {
        System.out.println("killer: waits until all has come through");
        afterRound.strike();
      }
    }
  }

  /** How often each broke something. */
  Map<String, Integer> struck() {
    return struck;
  }

  int count() {
    return struck.values().stream().mapToInt(Integer::intValue).sum();
  }

  private List<Named> faults() {
    List<Named> faults = new ArrayList<>();
    for (String role : ROLES) {
      faults.add(Named.sure("kill -9 " + role, () -> kill(cluster.role(role))));
    }
    List<String> desks =
        cluster.roles().stream().map(Child::name).filter(n -> n.startsWith("desk-")).toList();
    String desk = desks.get(random.nextInt(desks.size()));
    faults.add(Named.sure("kill -9 " + desk, () -> kill(cluster.role(desk))));
    String paused = ROLES.get(random.nextInt(ROLES.size()));
    faults.add(Named.sure("pause " + paused, () -> pause(cluster.role(paused))));
    faults.add(
        new Named("kill -9 the sinks in a transaction", () -> killSinksInTransaction(WORK_COMES)));
    faults.add(Named.sure("kill -9 kafka", () -> kill(cluster.broker())));
    faults.add(Named.sure("kill -9 kafka, and up at once", this::restartBroker));
    faults.add(Named.sure("stop kafka", this::stopBroker));
    faults.add(Named.sure("kill -9 postgres", this::killDatabase));
    faults.add(Named.sure("stop postgres", this::stopDatabase));
    faults.add(Named.sure("pause postgres", this::pauseDatabase));
    cluster
        .disk()
        .ifPresent(disk -> faults.add(Named.sure("fill the disk of enrich-1", () -> fill(disk))));
    return faults;
  }

  private List<Named> shuffled(List<Named> faults) {
    List<Named> rest = new ArrayList<>(faults);
    List<Named> result = new ArrayList<>();
    while (!rest.isEmpty()) {
      result.add(rest.remove(random.nextInt(rest.size())));
    }
    return result;
  }

  private void kill(Child child) throws InterruptedException {
    child.kill();
    pause(downTime());
    child.start();
  }

  private void pause(Child role) throws InterruptedException {
    role.pause();
    pause(Duration.ofMillis(random.nextLong(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS)));
    role.resume();
  }

  /** It comes back before anybody's transaction has timed out, and has to end all of them. */
  private void restartBroker() {
    cluster.broker().kill();
    cluster.broker().start();
  }

  private void stopBroker() throws InterruptedException {
    var unused = cluster.broker().stop(cluster.stopLimit());
    pause(downTime());
    cluster.broker().start();
  }

  private void killDatabase() throws Exception {
    cluster.database().kill();
    pause(downTime());
    cluster.database().start();
  }

  private void stopDatabase() throws InterruptedException {
    cluster.database().stop(cluster.stopLimit());
    pause(downTime());
    cluster.database().start();
  }

  /**
   * Shorter than the time after which a sink gives a silent server up: that is for its own test.
   */
  private void pauseDatabase() throws Exception {
    connection().close();
    cluster.database().pause();
    pause(Duration.ofMillis(random.nextLong(2_000, 8_000)));
    cluster.database().resume();
  }

  /**
   * Holds the sinks up between the first and the last statement of a transaction, and kills them
   * there: whatever a sink does in two steps comes apart.
   *
   * @param patience how long to wait for one that has something to write
   * @return whether one was held up; none is where there was nothing to write
   */
  boolean killSinksInTransaction(Duration patience) throws Exception {
    List<Child> sinks =
        cluster.roles().stream().filter(role -> role.name().startsWith("sink-")).toList();
    boolean held;
    try (Connection database = connection();
        Statement statement = database.createStatement()) {
      database.setAutoCommit(false);
      statement.execute("LOCK TABLE article_version IN ACCESS EXCLUSIVE MODE");
      Instant end = Instant.now().plus(patience);
      held = waiting(statement);
      while (!held && Instant.now().isBefore(end)) {
        pause(Duration.ofMillis(20));
        held = waiting(statement);
      }
      sinks.forEach(Child::kill);
      database.rollback();
    }
    sinks.forEach(Child::start);
    return held;
  }

  /** As soon as the database is back, which may have been struck a moment ago. */
  private Connection connection() {
    return await()
        .atMost(BACK_UP)
        .ignoreExceptionsInstanceOf(SQLException.class)
        .until(
            () -> DriverManager.getConnection(cluster.databaseUrl(), USER, ""), Objects::nonNull);
  }

  private static boolean waiting(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT count(*) FROM pg_locks WHERE NOT granted AND mode = 'RowExclusiveLock'"
                + " AND relation = 'article_version'::regclass")) {
      return row.next() && row.getInt(1) > 0;
    }
  }

  private void fill(SmallDisk disk) throws Exception {
    disk.fill();
    pause(Duration.ofSeconds(6));
    disk.free();
  }

  private Duration downTime() {
    return Duration.ofMillis(random.nextLong(200, 4_000));
  }

  /** Time passes for the processes, not for an assertion: there is nothing here to wait for. */
  private static void pause(Duration time) throws InterruptedException {
    Thread.sleep(time.toMillis());
  }
}
