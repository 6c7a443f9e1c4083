package io.keeling.desk.index;

import io.keeling.contract.topic.Topics;
import io.keeling.runtime.health.ProgressLimits;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.KafkaRefusals;
import io.keeling.runtime.thread.Threads;
import io.keeling.runtime.tracing.Tracing;
import io.keeling.search.FollowedIndex;
import io.keeling.search.IndexDirectory;
import io.keeling.search.IndexDirectory.Opened;
import io.keeling.search.SearchIndex;
import io.keeling.search.SwitchingIndex;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a search index up to date with {@code keeling.enriched}, on a thread of its own. It retries
 * forever, and rebuilds a damaged index. Threads may share it.
 */
public final class IndexFollower implements FollowedIndex {

  private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);

  /** Pause after a failure. An index that can be opened answers in the meantime. */
  private static final Duration AGAIN = Duration.ofSeconds(2);

  /** Maximum time for closing, including a last commit; part of {@code Desk.CLOSE_TIMEOUT}. */
  private static final Duration CLOSE = Duration.ofSeconds(5);

  private final KafkaConnection kafka;
  private final IndexDirectory directory;
  private final StoredRecords stored;
  private final SwitchingIndex answering = new SwitchingIndex();
  private final CountDownLatch closing = new CountDownLatch(1);

  /** Counted down by {@link #follow}; before that, the topic may not exist. */
  private final CountDownLatch reading = new CountDownLatch(1);

  private final Thread thread;
  private final Duration again;
  private final Tracing tracing;
  private final FollowerHealth health;

  /** The open index. Like {@link #anew}, it is used only by the follower's thread. */
  private @Nullable Opened opened;

  private String anew = "";

  /**
   * @param again the pause after a failure
   * @param tracing records spans of indexing
   */
  IndexFollower(
      KafkaConnection kafka,
      IndexDirectory directory,
      StoredRecords stored,
      ProgressLimits limits,
      Duration again,
      MeterRegistry meters,
      Tracing tracing) {
    this.tracing = tracing;
    this.health = new FollowerHealth(kafka, limits, meters);
    this.again = again;
    this.kafka = kafka;
    this.directory = directory;
    this.stored = stored;
    this.thread = new Thread(this::run, "keeling-desk-index");
    thread.setDaemon(true);
    Gauge.builder("keeling.desk.index.articles", this, IndexFollower::size)
        .description("Articles in the search index that answers")
        .baseUnit("articles")
        .register(meters);
  }

  /**
   * Opens the index, which answers from then on; {@link #follow} starts reading the topic.
   *
   * @param stored tells which records the store has; only those are indexed
   * @param limits how long records may wait while none is indexed
   * @param meters gets the metrics under {@code keeling.desk.index}
   * @param tracing records spans of indexing
   * @throws KafkaException if the properties of the connection are invalid
   */
  public static IndexFollower open(
      KafkaConnection kafka,
      IndexDirectory directory,
      StoredRecords stored,
      ProgressLimits limits,
      MeterRegistry meters,
      Tracing tracing) {
    return new IndexFollower(kafka, directory, stored, limits, AGAIN, meters, tracing).start();
  }

  IndexFollower start() {
    thread.start();
    return this;
  }

  /** Starts reading the topic, which must exist. */
  public void follow() {
    reading.countDown();
  }

  private double size() {
    try {
      return answering.size();
    } catch (RuntimeException e) {
      return 0;
    }
  }

  @Override
  public SearchIndex index() {
    return answering;
  }

  public FollowerState state() {
    return health.state();
  }

  @Override
  public boolean alive() {
    return closing.getCount() == 0 || (thread.isAlive() && health.alive());
  }

  private void run() {
    try {
      do {
        attempt();
      } while (!closing.await(again.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      closeIndex();
    }
  }

  /** Opens the index, which answers even without Kafka, and follows the topic until a failure. */
  private void attempt() throws InterruptedException {
    health.progress().round();
    try {
      Opened now = opened == null ? reopen("") : opened;
      reading.await();
      if (closing.getCount() > 0) {
        follow(now);
      }
    } catch (InterruptException e) {
      // The follower is closing.
    } catch (KafkaException e) {
      KafkaRefusals.line(e, "Kafka")
          .ifPresentOrElse(line -> health.refused(line, e), () -> health.waitsForKafka(e));
    } catch (IOException | RuntimeException e) {
      health.cannotWrite(e);
      closeIndex();
      anew = directory.isDamage(e) ? "it was damaged" : "";
      answerMeanwhile();
    }
  }

  /** Opens an index, if there is one, to answer until the next attempt. */
  private void answerMeanwhile() {
    if (closing.getCount() > 0) {
      try {
        reopen("");
      } catch (IOException | RuntimeException e) {
        LOG.debug("no index can be opened", e);
        closeIndex();
      }
    }
  }

  private void follow(Opened before) throws IOException {
    Opened now = before;
    try (TopicReader topic = new TopicReader(kafka, Topics.ENRICHED.name())) {
      if (!now.follows(topic.topicId())) {
        now = reopen("the topic is a different one");
        now.follows(topic.topicId());
      }
      if (!topic.seek(now.index().offsets())) {
        now = reopen("records that it has not read are gone from the topic");
        now.follows(topic.topicId());
        topic.seek(now.index().offsets());
      }
      new Following(topic, now, stored, answering, health, tracing)
          .run(() -> closing.getCount() > 0);
    } catch (InvalidOffsetException e) {
      reopen("records that it has not read are gone from the topic");
    }
  }

  private Opened reopen(String reason) throws IOException {
    closeIndex();
    String why = reason.isEmpty() ? anew : reason;
    if (!why.isEmpty()) {
      health.progress().anew();
    }
    Opened now = directory.open(why);
    anew = "";
    opened = now;
    answering.to(now.answering());
    health.opened(now);
    return now;
  }

  private void closeIndex() {
    answering.to(null);
    health.closed();
    Opened closed = opened;
    opened = null;
    if (closed != null) {
      try {
        closed.close();
      } catch (IOException | RuntimeException e) {
        LOG.warn("The search index failed to close: {}", e.toString());
      }
    }
  }

  @Override
  public List<String> problems() {
    return health.problems();
  }

  @Override
  public List<String> notes() {
    return health.notes();
  }

  @Override
  public OptionalInt rebuilding() {
    FollowerState now = health.state();
    return now.rebuilding().isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of((int) Math.floor(now.progress() * 100));
  }

  @Override
  public boolean outage() {
    return health.waitsForOthers();
  }

  /** Commits what was applied, and stops. */
  @Override
  public void close() {
    closing.countDown();
    reading.countDown();
    health.close();
    Threads.end(thread, CLOSE);
  }
}
