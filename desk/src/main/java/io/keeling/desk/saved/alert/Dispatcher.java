package io.keeling.desk.saved.alert;

import io.keeling.desk.database.Database;
import io.keeling.desk.saved.alert.Deliveries.Claim;
import io.keeling.desk.saved.alert.Deliveries.Ended;
import io.keeling.desk.saved.alert.Sender.Result;
import io.keeling.desk.saved.alert.Sender.Sent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends alert messages: plans them, retries them and records the results. It has its own threads;
 * any number of desks share the work. Threads may share it.
 */
final class Dispatcher implements AutoCloseable {

  /**
   * Concurrent messages: each has a thread while it is sent, and a slow receiver holds the thread
   * until its timeout.
   */
  static final int SLOTS = 32;

  /**
   * Maximum number of digests among the concurrent messages. All digests are due at the same time
   * and take a while to compute. The other slots are for immediate alerts, which must not wait for
   * digests.
   */
  private static final int DIGESTS = 4;

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  /** How often due messages are looked for, unless woken. */
  private static final Duration LOOK = Duration.ofSeconds(2);

  private static final Duration BETWEEN_PRUNINGS = Duration.ofMinutes(10);

  /** Timeout of each of the three steps of closing; part of the desk's {@code CLOSE_TIMEOUT}. */
  private static final Duration CLOSE = Duration.ofSeconds(1);

  /** Messages planned between two rounds of sending. */
  private static final int MOST_PLANNED = 100;

  private final Deliveries deliveries;
  private final MessageReader reader;
  private final Risers risers;
  private final Changes changes;
  private final Senders senders;
  private final Retries retries;
  private final Overdue overdue;
  private final MeterRegistry meters;
  private final Timer delay;
  private final Semaphore woken = new Semaphore(0);
  private final Queue<Ended> ended = new ConcurrentLinkedQueue<>();
  private final ExecutorService pool;
  private final Thread thread;
  private volatile boolean closing;
  private long prunedNanos = System.nanoTime();

  /** Ids of immediate messages in progress, not recorded yet; for the dispatcher's thread alone. */
  private final Set<String> alerts = new HashSet<>();

  /** Ids of digests in progress, not recorded yet; for the dispatcher's thread alone. */
  private final Set<String> digests = new HashSet<>();

  /** Whether the last round failed because of the database; for the dispatcher's thread alone. */
  private boolean failing;

  /** Whether this round handed messages to senders; for the dispatcher's thread alone. */
  private boolean handed;

  /** Why alerts are not sent, one line for a person; null while they are. */
  private volatile @Nullable String problem;

  /**
   * @param risers finds rising subjects, for digests
   * @param changes finds what corrections changed
   */
  Dispatcher(
      Database database,
      Risers risers,
      Changes changes,
      Senders senders,
      Retries retries,
      MeterRegistry meters) {
    this.deliveries = new Deliveries(database);
    this.reader = new MessageReader(database);
    this.risers = risers;
    this.changes = changes;
    this.senders = senders;
    this.retries = retries;
    this.meters = meters;
    this.overdue = new Overdue(deliveries, meters);
    this.delay =
        Timer.builder("keeling.desk.alerts.delay")
            .description("From finding an article to sending its alert, for alerts sent at once")
            .register(meters);
    this.pool =
        Executors.newCachedThreadPool(
            task -> {
              Thread sender = new Thread(task, "keeling-desk-alert");
              sender.setDaemon(true);
              return sender;
            });
    this.thread = new Thread(this::run, "keeling-desk-alerts");
    thread.setDaemon(true);
  }

  /** Starts sending. */
  Dispatcher start() {
    thread.start();
    return this;
  }

  /** Looks for due messages now rather than at the next interval. */
  void wake() {
    if (woken.availablePermits() == 0) {
      woken.release();
    }
  }

  private void run() {
    while (!closing) {
      try {
        look();
        failing = false;
        // A round that had nothing to send does not show that sending works again.
        if (problem != null && (handed || overdue.isNothing())) {
          LOG.info("Sending of alerts has resumed");
          problem = null;
        }
      } catch (JdbiException e) {
        failing = true;
        fails(e, false);
      } catch (RuntimeException e) {
        fails(e, true);
      }
      if (!closing) {
        overdue.look(problem != null);
      }
      await(LOOK);
    }
  }

  private void fails(RuntimeException e, boolean unforeseen) {
    if (closing) {
      LOG.debug("this desk closes; due messages are left to another one", e);
      return;
    }
    String line = "alerts are not sent: " + e.getClass().getSimpleName();
    if (!line.equals(problem)) {
      if (unforeseen) {
        LOG.error("{}", line, e);
      } else {
        LOG.warn("{}", line);
        LOG.debug("cause of the failure to send alerts", e);
      }
    }
    problem = line;
  }

  /** Why alerts are not sent, one line; empty while they are. */
  List<String> notes() {
    String why = problem;
    return why == null ? List.of() : List.of(why);
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

  /** Does all database work, for many messages at a time. */
  private void look() {
    handed = false;
    record();
    boolean full = deliveries.plan(MOST_PLANNED) == MOST_PLANNED;
    begin(true, SLOTS - DIGESTS);
    begin(false, DIGESTS);
    if (full || !ended.isEmpty()) {
      wake();
    }
    if (System.nanoTime() - prunedNanos > BETWEEN_PRUNINGS.toNanos()) {
      prunedNanos = System.nanoTime();
      deliveries.prune();
    }
  }

  private void begin(boolean atOnce, int slots) {
    Set<String> ids = atOnce ? alerts : digests;
    List<Claim> claims =
        closing || ids.size() >= slots
            ? List.of()
            : deliveries.claim(slots - ids.size(), atOnce, ids);
    if (claims.isEmpty()) {
      return;
    }
    Map<String, Message> messages = reader.messages(claims);
    handed = true;
    for (Claim claim : claims) {
      Message message = messages.get(claim.id());
      ids.add(claim.id());
      if (message == null || message.isEmpty()) {
        // The message's articles were deleted or taken down meanwhile.
        ended.add(new Ended(claim, Optional.empty(), Duration.ZERO, Optional.empty()));
      } else {
        execute(() -> deliver(claim, message));
      }
    }
  }

  private void execute(Runnable task) {
    try {
      pool.execute(task);
    } catch (RejectedExecutionException e) {
      // The dispatcher is closing; another desk sends the message after the lease.
      LOG.debug("this desk closes; a message is left to another one", e);
    }
  }

  /** Records results, as soon as the database answers. */
  private void record() {
    List<Ended> batch = new ArrayList<>(ended);
    if (!batch.isEmpty()) {
      deliveries.record(batch);
      ended.removeAll(batch);
      batch.forEach(
          each -> {
            alerts.remove(each.claim().id());
            digests.remove(each.claim().id());
          });
    }
  }

  private void deliver(Claim claim, Message found) {
    Sent sent = Sent.failed(null, "the desk failed");
    long began = System.nanoTime();
    try {
      Message message = changes.of(found);
      if (!found.atOnce() && !found.articles().isEmpty()) {
        message = message.with(message.articles(), risers.of(found));
      }
      began = System.nanoTime();
      sent = senders.send(message);
    } finally {
      // Done even if sending throws: this desk never again claims a message whose attempt has not
      // ended.
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      ended.add(new Ended(claim, Optional.of(sent), took, retries.after(claim.attempt())));
      wake();
    }
    count(claim, found, sent);
  }

  private void count(Claim claim, Message message, Sent sent) {
    Counter.builder("keeling.desk.alerts.attempts")
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

  /**
   * Waits a moment for messages in progress; messages that are not sent by then are sent again
   * later. The dispatcher's thread ends, too, unless it waits for the database, which can take
   * longer than closing. From then on the thread logs nothing.
   */
  @Override
  public void close() {
    closing = true;
    wake();
    pool.shutdown();
    try {
      if (!pool.awaitTermination(CLOSE.toMillis(), TimeUnit.MILLISECONDS)) {
        pool.shutdownNow();
      }
      thread.join(CLOSE.toMillis());
      if (thread.isAlive()) {
        thread.interrupt();
        thread.join(CLOSE.toMillis());
      }
      if (!thread.isAlive() && !failing) {
        record();
      }
    } catch (JdbiException e) {
      LOG.debug("the last results were not recorded, so their messages will be sent again", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
