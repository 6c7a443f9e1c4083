package io.keeling.feeds.alert;

import io.keeling.feeds.alert.Deliveries.Claim;
import io.keeling.feeds.alert.Sender.Result;
import io.keeling.feeds.alert.Sender.Sent;
import io.keeling.feeds.saved.Channel;
import io.keeling.feeds.store.Database;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes messages of what was found, sends them, again where they are not taken, and keeps a record.
 * It has threads of its own; any number of desks share the work. Threads may share it.
 */
final class Dispatcher implements AutoCloseable {

  /** Messages that are sent at a time: one that is waited for holds one. Chosen. */
  static final int SLOTS = 16;

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  /** How often it looks for what is due, where nobody wakes it. */
  private static final Duration LOOK = Duration.ofMillis(500);

  private static final Duration AGAIN = Duration.ofSeconds(2);
  private static final Duration BETWEEN_PRUNINGS = Duration.ofMinutes(10);

  /** Twice this is part of what the desk may take to close. */
  private static final Duration CLOSE = Duration.ofSeconds(1);

  /** Messages that are made between two looks at those that are to be sent. */
  private static final int MOST_PLANNED = 100;

  private final Deliveries deliveries;
  private final Map<Channel, Sender> senders;
  private final Retries retries;
  private final MeterRegistry meters;
  private final Timer delay;
  private final Semaphore slots = new Semaphore(SLOTS);
  private final Semaphore woken = new Semaphore(0);
  private final ExecutorService pool;
  private final Thread thread;
  private volatile boolean closing;
  private long prunedNanos = System.nanoTime();

  /** Whether the log has that something is in the way, for the thread alone. */
  private boolean failing;

  private Dispatcher(
      Deliveries deliveries, Map<Channel, Sender> senders, Retries retries, MeterRegistry meters) {
    this.deliveries = deliveries;
    this.senders = new EnumMap<>(senders);
    this.retries = retries;
    this.meters = meters;
    this.delay =
        Timer.builder("keeling.feeds.alerts.delay")
            .description("From when an article was found until its follower was told, at once")
            .register(meters);
    this.pool =
        Executors.newCachedThreadPool(
            task -> {
              Thread sender = new Thread(task, "keeling-feeds-alert");
              sender.setDaemon(true);
              return sender;
            });
    this.thread = new Thread(this::run, "keeling-feeds-alerts");
    thread.setDaemon(true);
  }

  /**
   * Starts to send.
   *
   * @param labels what topics are called, by id
   * @param senders by the ways that followers are told
   */
  static Dispatcher start(
      Database database,
      UnaryOperator<String> labels,
      Map<Channel, Sender> senders,
      Retries retries,
      MeterRegistry meters) {
    Dispatcher dispatcher =
        new Dispatcher(new Deliveries(database, labels), senders, retries, meters);
    dispatcher.thread.start();
    return dispatcher;
  }

  /** Something may be due. */
  void wake() {
    if (woken.availablePermits() == 0) {
      woken.release();
    }
  }

  private void run() {
    while (!closing) {
      try {
        look();
        if (failing) {
          LOG.info("Alerts are sent again");
          failing = false;
        }
        await(LOOK);
      } catch (JdbiException e) {
        if (!failing) {
          LOG.warn("Alerts wait for the database, and go on by themselves");
          LOG.debug("why alerts wait", e);
          failing = true;
        }
        await(AGAIN);
      } catch (RuntimeException e) {
        LOG.error("Alerts are not sent for a moment", e);
        await(AGAIN);
      }
    }
  }

  private void await(Duration time) {
    try {
      if (woken.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
        woken.drainPermits();
      }
    } catch (InterruptedException e) {
      closing = true;
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    boolean full = deliveries.plan(MOST_PLANNED) == MOST_PLANNED;
    int free = slots.drainPermits();
    List<Claim> claims = List.of();
    try {
      claims = free == 0 ? claims : deliveries.claim(free);
      for (Claim claim : claims) {
        pool.execute(() -> deliver(claim));
      }
    } finally {
      slots.release(free - claims.size());
    }
    if (full) {
      wake();
    }
    if (System.nanoTime() - prunedNanos > BETWEEN_PRUNINGS.toNanos()) {
      prunedNanos = System.nanoTime();
      deliveries.prune();
    }
  }

  private void deliver(Claim claim) {
    try {
      Optional<Message> message = deliveries.message(claim);
      if (message.isEmpty() || message.get().articles().isEmpty()) {
        // Deleted, or taken down, since it was found.
        deliveries.empty(claim);
      } else {
        deliver(claim, message.get());
      }
    } catch (JdbiException e) {
      // What was sent and not written down is sent again when the time for it is over.
      LOG.debug("the record of {} waits for the database", claim.id(), e);
    } catch (RuntimeException e) {
      LOG.error("The message {} cannot be sent", claim.id(), e);
    } finally {
      slots.release();
      // What waited for this one to end may be due.
      wake();
    }
  }

  private void deliver(Claim claim, Message message) {
    Sender sender = senders.get(message.alert().channel());
    long began = System.nanoTime();
    Sent sent =
        sender == null
            ? Sent.failed(
                null, "this desk has no way to tell by " + message.alert().channel().value())
            : sender.send(message);
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    deliveries.record(claim, sent, took, retries.after(claim.attempt()));
    Counter.builder("keeling.feeds.alerts.attempts")
        .description("Attempts to tell followers, by way and by what came of them")
        .baseUnit("attempts")
        .tag("channel", message.alert().channel().value())
        .tag("result", sent.result().name().toLowerCase(java.util.Locale.ROOT))
        .register(meters)
        .increment();
    if (sent.result() == Result.TAKEN && claim.attempt() == 1 && message.atOnce()) {
      Instant now = Instant.now();
      message.articles().forEach(item -> delay.record(Duration.between(item.foundAt(), now)));
    }
  }

  /** Lets messages that are being sent end, for a moment; what does not is sent again later. */
  @Override
  public void close() {
    closing = true;
    wake();
    pool.shutdown();
    try {
      thread.join(CLOSE.toMillis());
      if (!pool.awaitTermination(CLOSE.toMillis(), TimeUnit.MILLISECONDS)) {
        pool.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
