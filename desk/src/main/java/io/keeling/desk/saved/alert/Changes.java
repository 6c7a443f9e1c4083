package io.keeling.desk.saved.alert;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.keeling.desk.articles.diff.Remark;
import io.keeling.desk.articles.store.ComparisonStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares versions of corrected articles, for alert messages, on its own threads. A message waits
 * a limited time; changes not known by then are left out. Threads may share it.
 */
final class Changes implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Changes.class);

  /**
   * Maximum number of corrections compared for one message, from the first. Each takes three
   * queries, and nobody reads more lines.
   */
  static final int MOST = 20;

  /**
   * Longest time for the comparisons of one message: with 20 s for sending, well within {@link
   * Deliveries#LEASE}.
   */
  private static final Duration DEADLINE = Duration.ofSeconds(10);

  /** Concurrent comparisons: readers need the database and processors, too. */
  private static final int THREADS = 2;

  /**
   * Comparisons remembered, some 1 kB each: several searches often report the same correction at
   * about the same time.
   */
  private static final int MOST_KNOWN = 1_000;

  /** How long a comparison is remembered; a version that arrives late can change it. */
  private static final Duration KNOWN = Duration.ofMinutes(10);

  private final Comparisons comparisons;
  private final Duration deadline;
  private final ThreadPoolExecutor threads;

  /** Comparisons by article and version, including those in progress. */
  private final AsyncCache<String, Compared> known =
      Caffeine.newBuilder().maximumSize(MOST_KNOWN).expireAfterWrite(KNOWN).buildAsync();

  /** The result of a comparison; the change is null if the earlier version is unknown. */
  private record Compared(Message.@Nullable Change change) {}

  /** Compares versions of articles. Threads may share it. */
  interface Comparisons {

    /** The change of an item; empty if the earlier version is unknown. */
    Optional<Message.Change> find(Message.Item item) throws InterruptedException;
  }

  /**
   * @param deadline how long a message waits
   */
  Changes(Comparisons comparisons, Duration deadline) {
    this.comparisons = comparisons;
    this.deadline = deadline;
    // The queue has room for the corrections of all concurrent messages; further ones are not
    // compared.
    this.threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(Dispatcher.SLOTS * MOST),
            task -> {
              Thread thread = new Thread(task, "keeling-desk-alert-changes");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Compares stored versions. */
  static Changes of(ComparisonStore store) {
    return new Changes(
        item ->
            store
                .find(item.id(), null, item.version())
                .filter(comparison -> comparison.all().size() > 1)
                .map(comparison -> change(comparison.diff().remarks())),
        DEADLINE);
  }

  /** The message with the changes of its first corrections. */
  Message of(Message message) {
    List<Message.Item> corrected =
        message.articles().stream().filter(Message.Item::corrected).limit(MOST).toList();
    if (corrected.isEmpty()) {
      return message;
    }
    long end = System.nanoTime() + deadline.toNanos();
    Map<Message.Item, Future<@Nullable Compared>> begun = new IdentityHashMap<>();
    corrected.forEach(item -> begun.put(item, begin(item, end)));
    return message.with(
        message.articles().stream()
            .map(
                item -> {
                  Future<@Nullable Compared> comparison = begun.get(item);
                  return comparison == null ? item : item.with(await(comparison, end));
                })
            .toList(),
        message.rising());
  }

  private Future<@Nullable Compared> begin(Message.Item item, long end) {
    try {
      return known.get(
          item.id() + " " + item.version(),
          (key, unused) -> CompletableFuture.supplyAsync(() -> compare(item, end), threads));
    } catch (RejectedExecutionException e) {
      LOG.debug("{} is not compared: too many wait, or the desk closes", item.id());
      return CompletableFuture.completedFuture(null);
    }
  }

  /**
   * The comparison; null if it failed, which is not remembered, so the next message tries again.
   */
  private @Nullable Compared compare(Message.Item item, long end) {
    if (System.nanoTime() - end > 0) {
      return null; // its message was sent without it
    }
    try {
      return new Compared(comparisons.find(item).orElse(null));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.debug("the change of {} is unknown", item.id(), e);
    }
    return null;
  }

  private static Message.@Nullable Change await(Future<@Nullable Compared> comparison, long end) {
    try {
      @Nullable Compared compared =
          comparison.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
      return compared == null ? null : compared.change();
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("a comparison failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return null;
  }

  /** Separates the outlet's own note from the other changes. */
  private static Message.Change change(List<Remark> remarks) {
    String note = null;
    List<Remark> others = new ArrayList<>();
    for (Remark remark : remarks) {
      if (remark.kind() == Remark.Kind.CORRECTION_NOTE) {
        note = remark.after();
      } else {
        others.add(remark);
      }
    }
    return new Message.Change(others, note);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
