package io.keeling.feeds.search.follow;

import io.keeling.contract.health.KafkaWatch;
import io.keeling.contract.topic.KafkaConnection;
import io.keeling.contract.topic.KafkaRefusals;
import io.keeling.contract.topic.Topics;
import io.keeling.feeds.search.FollowedIndex;
import io.keeling.feeds.search.IndexDirectory;
import io.keeling.feeds.search.IndexDirectory.Opened;
import io.keeling.feeds.search.SearchIndex;
import io.keeling.feeds.search.SwitchingIndex;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * Keeps a search index up with {@code keeling.enriched}, with a thread of its own. What goes wrong
 * is tried again for ever; an index that turns out to be damaged is made anew. Threads may share
 * it.
 */
public final class IndexFollower implements FollowedIndex {

  private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);

  private static final Duration AGAIN = Duration.ofSeconds(2);
  private static final Duration CLOSE = Duration.ofSeconds(5);

  private final KafkaConnection kafka;
  private final IndexDirectory directory;
  private final StoredRecords stored;
  private final SwitchingIndex answering = new SwitchingIndex();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private final KafkaWatch watch;

  /** Whether an operator has to mend something in Kafka. */
  private volatile boolean refused;

  private volatile FollowerState state = FollowerState.BEGINNING;

  /** For the thread alone, as the next one. */
  private @Nullable Opened opened;

  private String anew = "";

  private IndexFollower(
      KafkaConnection kafka, IndexDirectory directory, StoredRecords stored, MeterRegistry meters) {
    this.watch = KafkaWatch.start("feeds", kafka, List.of(Topics.ENRICHED.name()), meters);
    this.kafka = kafka;
    this.directory = directory;
    this.stored = stored;
    this.thread = new Thread(this::run, "keeling-feeds-index");
    thread.setDaemon(true);
    Gauge.builder("keeling.feeds.index.behind", this, f -> f.state.behind())
        .description("Records that are not in the search index yet; -1 while that is not known")
        .baseUnit("records")
        .register(meters);
    Gauge.builder(
            "keeling.feeds.index.rebuilding", this, f -> f.state.rebuilding().isEmpty() ? 0 : 1)
        .description("1 while the search index is made anew")
        .register(meters);
    Gauge.builder("keeling.feeds.index.articles", this, IndexFollower::size)
        .description("Articles in the search index that answers")
        .baseUnit("articles")
        .register(meters);
  }

  /**
   * Starts to follow.
   *
   * @param stored what may be found: no article is before the store has it
   * @param meters gets the metrics under {@code keeling.feeds.index}
   */
  public static IndexFollower start(
      KafkaConnection kafka, IndexDirectory directory, StoredRecords stored, MeterRegistry meters) {
    IndexFollower follower = new IndexFollower(kafka, directory, stored, meters);
    follower.thread.start();
    return follower;
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

  /** How far it is. */
  public FollowerState state() {
    return state;
  }

  /** It ends by itself for nothing but a broken process. */
  @Override
  public boolean alive() {
    return thread.isAlive() || closing.getCount() == 0;
  }

  private void run() {
    try {
      do {
        attempt();
      } while (!closing.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      closeIndex();
    }
  }

  /**
   * Opens the index, which answers whether or not Kafka does, and follows as long as it goes well.
   */
  private void attempt() {
    try {
      Opened now = opened == null ? reopen("") : opened;
      follow(now);
    } catch (InterruptException e) {
      // Closing.
    } catch (KafkaException e) {
      Optional<String> refusal = KafkaRefusals.line(e, "Kafka");
      refused = refusal.isPresent();
      failing(
          refusal.orElse("the search index waits for Kafka: " + e.getClass().getSimpleName()), e);
    } catch (IOException | RuntimeException e) {
      failing("the search index cannot be written: " + e.getMessage(), e);
      closeIndex();
      anew = directory.isDamage(e) ? "it was damaged" : "";
    }
  }

  private void follow(Opened before) throws IOException {
    Opened now = before;
    try (TopicReader topic = new TopicReader(kafka, Topics.ENRICHED.name())) {
      if (!now.follows(topic.topicId())) {
        now = reopen("the topic is another one");
        now.follows(topic.topicId());
      }
      if (!topic.seek(now.index().offsets())) {
        now = reopen("records are gone that it has not read");
        now.follows(topic.topicId());
        topic.seek(now.index().offsets());
      }
      new Following(topic, now, stored, answering, this::show).run(() -> closing.getCount() > 0);
    } catch (InvalidOffsetException e) {
      reopen("records are gone that it has not read");
    }
  }

  private Opened reopen(String reason) throws IOException {
    closeIndex();
    Opened now = directory.open(reason.isEmpty() ? anew : reason);
    anew = "";
    opened = now;
    answering.to(now.answering());
    boolean answers = now.reason().isEmpty() || now.answering() != now.index();
    state = new FollowerState(0, -1, now.reason(), answers, state.problem());
    return now;
  }

  private void closeIndex() {
    answering.to(null);
    Opened closed = opened;
    opened = null;
    if (closed != null) {
      try {
        closed.close();
      } catch (IOException | RuntimeException e) {
        LOG.warn("The search index did not close well: {}", e.toString());
      }
    }
  }

  private void show(FollowerState now) {
    FollowerState before = state;
    if (before.problem() != null) {
      LOG.info("The search index is followed again");
    }
    if (!before.rebuilding().equals(now.rebuilding())) {
      LOG.info("{}", now.rebuildingLine().orElse("The search index is complete"));
    }
    refused = false;
    state = now;
  }

  private void failing(String line, Exception e) {
    if (!line.equals(state.problem())) {
      LOG.warn("{}", line, e);
    }
    state = state.failing(line);
  }

  @Override
  public List<String> problems() {
    FollowerState now = state;
    if (now.answering() && !refused) {
      return List.of();
    }
    List<String> notes = notes();
    return notes.isEmpty() ? List.of("the search index is being opened") : notes;
  }

  @Override
  public List<String> notes() {
    FollowerState now = state;
    List<String> notes = new ArrayList<>(watch.problems());
    String problem = now.problem();
    if (problem != null && notes.isEmpty()) {
      notes.add(problem);
    }
    now.rebuildingLine().ifPresent(notes::add);
    return notes;
  }

  @Override
  public OptionalInt rebuilding() {
    FollowerState now = state;
    return now.rebuilding().isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of((int) Math.floor(now.progress() * 100));
  }

  /** Commits what is applied and stops. */
  @Override
  public void close() {
    closing.countDown();
    watch.close();
    try {
      thread.join(CLOSE.toMillis());
      if (thread.isAlive()) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
