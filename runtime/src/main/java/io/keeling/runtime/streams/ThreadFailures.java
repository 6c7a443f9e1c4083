package io.keeling.runtime.streams;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles failures of the threads of a Streams application. A failure that will pass is retried
 * after a growing pause, for as long as it takes. One that an operator has to fix stops the
 * application with one log line. An unforeseen one is retried a few times. Threads may share it.
 */
public final class ThreadFailures implements StreamsUncaughtExceptionHandler, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ThreadFailures.class);

  /**
   * Maximum number of unforeseen failures within {@link #WINDOW} before the application stops. A
   * bug causes more than this.
   */
  static final int MOST_UNFORESEEN = 10;

  static final Duration WINDOW = Duration.ofMinutes(10);

  /**
   * The first pause: long enough for a short absence of a broker, short enough not to be noticed.
   */
  static final Duration FIRST_PAUSE = Duration.ofMillis(200);

  /** The longest pause: a broker that returns is found within this time. */
  static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

  private final String application;
  private final Consumer<FailureKind> counter;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Deque<Long> unforeseen = new ArrayDeque<>();
  private Duration pause = FIRST_PAUSE;
  private long lastNanos;
  private volatile @Nullable String fatal;

  /**
   * @param application the application's name in the log
   * @param counter is called with each failure; stream threads share it
   */
  public ThreadFailures(String application, Consumer<FailureKind> counter) {
    this.application = application;
    this.counter = counter;
  }

  @Override
  public StreamThreadExceptionResponse handle(Throwable failure) {
    FailureKind kind = FailureKind.of(failure);
    counter.accept(kind);
    String line = FailureKind.line(failure);
    if (kind == FailureKind.MISCONFIGURED) {
      return stop(line);
    }
    if (kind == FailureKind.UNFORESEEN) {
      LOG.error("{}: a stream thread failed", application, failure);
      if (!mayTryAgain(System.nanoTime())) {
        return stop(line + ", repeatedly; see the log");
      }
    }
    Duration wait = nextPause(System.nanoTime());
    LOG.warn(
        "{}: retrying in {} ms; nothing is lost{}: {}",
        application,
        wait.toMillis(),
        // Under exactly-once, Streams deletes the state of a failed thread's tasks.
        FailureKind.ofState(failure) ? " and state is restored from Kafka" : "",
        line);
    await(wait);
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  private StreamThreadExceptionResponse stop(String line) {
    LOG.error("{} stops: {}", application, line);
    fatal = line;
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  /** Returns why the application has stopped for good, in one line; empty while it runs. */
  public Optional<String> fatal() {
    return Optional.ofNullable(fatal);
  }

  synchronized boolean mayTryAgain(long now) {
    while (!unforeseen.isEmpty() && now - unforeseen.getFirst() > WINDOW.toNanos()) {
      unforeseen.removeFirst();
    }
    unforeseen.addLast(now);
    return unforeseen.size() <= MOST_UNFORESEEN;
  }

  /**
   * Returns the next pause. It doubles while failures follow one another, and is the shortest again
   * after a time without failures.
   */
  synchronized Duration nextPause(long now) {
    if (now - lastNanos > LONGEST_PAUSE.multipliedBy(4).toNanos()) {
      pause = FIRST_PAUSE;
    }
    Duration current = pause;
    Duration twice = current.multipliedBy(2);
    pause = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    lastNanos = now + current.toNanos();
    return current;
  }

  private void await(Duration wait) {
    try {
      if (closing.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("{} is closing", application);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends all pauses; to be called before Streams is closed. */
  @Override
  public void close() {
    closing.countDown();
  }
}
