package io.keeling.desk.index;

import io.keeling.contract.topic.Topics;
import io.keeling.runtime.health.KafkaWatch;
import io.keeling.runtime.health.ProgressLimits;
import io.keeling.runtime.health.ProgressWatch;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.search.IndexDirectory.Opened;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The health of the index follower: its problems, its gauges, and log lines when a problem begins
 * and ends. The follower's thread writes, any thread may read.
 */
final class FollowerHealth implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FollowerHealth.class);

  private static final String ROLE = "desk";

  private final FollowerProgress progress = new FollowerProgress();
  private final KafkaWatch kafka;
  private final ProgressWatch progressWatch;

  private volatile FollowerState state = FollowerState.BEGINNING;

  /** Whether Kafka refuses access, which an operator has to fix. */
  private volatile boolean refused;

  /** Whether the problem is that the index cannot be written; for the follower's thread alone. */
  private boolean unwritten;

  /** Whether the problem was logged; for the follower's thread alone. */
  private boolean told;

  FollowerHealth(KafkaConnection connection, ProgressLimits limits, MeterRegistry meters) {
    this.kafka = KafkaWatch.start(ROLE, connection, List.of(Topics.ENRICHED.name()), meters);
    this.progressWatch =
        ProgressWatch.start(
            new ProgressWatch.Watched(
                ROLE, progress::activities, this::waitsForOthers, () -> false),
            limits,
            meters);
    Gauge.builder("keeling.desk.index.behind", this, health -> health.state.behind())
        .description("Records that are not in the search index yet; -1 while that is not known")
        .baseUnit("records")
        .register(meters);
    Gauge.builder(
            "keeling.desk.index.rebuilding",
            this,
            health -> health.state.rebuilding().isEmpty() ? 0 : 1)
        .description("1 while the search index is rebuilt")
        .register(meters);
  }

  /** Whether indexing waits because Kafka or the store is down or refuses access. */
  boolean waitsForOthers() {
    return kafka.outage() || refused || progress.waitsForStore();
  }

  FollowerProgress progress() {
    return progress;
  }

  FollowerState state() {
    return state;
  }

  void opened(Opened index) {
    boolean answers = index.reason().isEmpty() || index.answering() != index.index();
    long read = index.index().offsets().values().stream().mapToLong(Long::longValue).sum();
    state = new FollowerState(read, -1, index.reason(), answers, state.problem());
  }

  void closed() {
    state = state.closed();
  }

  /** Called with the state after each round of the follower. */
  void follows(FollowerState now) {
    FollowerState before = state;
    if (unwritten && now.behind() != 0 && now.read() <= before.read()) {
      // Reading works again, but writing may still fail.
      state = now.failing(before.problem());
      return;
    }
    unwritten = false;
    refused = false;
    if (told) {
      LOG.info("Updates of the search index have resumed");
      told = false;
    }
    if (!before.rebuilding().equals(now.rebuilding())) {
      LOG.info("{}", now.rebuildingLine().orElse("The search index is complete"));
    }
    problem(now.problem());
    state = now;
  }

  void refused(String line, Exception e) {
    refused = true;
    fails(line, e, true);
  }

  /** Called when Kafka does not answer. {@link KafkaWatch} logs outages. */
  void waitsForKafka(Exception e) {
    refused = false;
    fails("the search index waits for Kafka: " + e.getClass().getSimpleName(), e, !kafka.outage());
  }

  void cannotWrite(Exception e) {
    unwritten = true;
    fails("the search index cannot be written: " + e.getMessage(), e, true);
  }

  private void fails(String line, Exception e, boolean tell) {
    if (tell && !line.equals(state.problem())) {
      LOG.warn("{}", line, e);
      told = true;
    }
    problem(line);
    state = state.failing(line);
  }

  private void problem(@Nullable String line) {
    progress.problem(line);
  }

  /** Why the index does not answer or is not updated, one line each. */
  List<String> problems() {
    FollowerState now = state;
    List<String> problems = new ArrayList<>();
    if (!now.answering() || refused) {
      problems.addAll(notes());
      if (problems.isEmpty()) {
        problems.add("the search index is being opened");
      }
    }
    problems.addAll(progressWatch.problems());
    return problems;
  }

  /** What an operator should know even though the index answers, one line each. */
  List<String> notes() {
    FollowerState now = state;
    List<String> notes = new ArrayList<>(kafka.problems());
    if (notes.isEmpty()) {
      Optional.ofNullable(now.problem()).ifPresent(notes::add);
    }
    now.rebuildingLine().ifPresent(notes::add);
    return notes;
  }

  /**
   * Whether the follower is alive; false if it has made no progress for so long that only a restart
   * may help.
   */
  boolean alive() {
    return progressWatch.alive();
  }

  @Override
  public void close() {
    progress.end();
    progressWatch.close();
    kafka.close();
  }
}
