package io.keeling.app.operation;

import io.keeling.app.kafka.KafkaRecords;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.text.PlainText;
import io.keeling.contract.topic.Topics;
import io.keeling.desk.operators.DeadLetterId;
import io.keeling.desk.operators.DeadLetterKind;
import io.keeling.desk.operators.DeadLetterList;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.TopicScan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * A summary of {@code keeling.dead-letters}: the number of letters of each kind and the newest
 * letters of each kind, without their content. Threads may share it.
 *
 * <p>A background thread reads the topic on request, continuing where it stopped; once an hour it
 * starts from the beginning again, as retention removes letters. The summary is bounded to {@value
 * #MOST_KINDS} kinds, with {@value #MOST_ROWS} letters each.
 */
final class DeadLetterSummary implements AutoCloseable {

  /**
   * Maximum number of kinds counted. There are about fifty; further kinds do not come from Keeling.
   */
  private static final int MOST_KINDS = 200;

  /** Maximum number of dead letters listed: one page. */
  private static final int MOST_ROWS = 50;

  /** Longest text of a row, in UTF-16 code units: three lines of a page. */
  private static final int LONGEST_TEXT = 300;

  /**
   * Time limit for reading while somebody waits for the page. The next page includes what was not
   * read by then.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  /** Time until the topic is read from its beginning again, as dead letters expire. */
  private static final Duration LASTS = Duration.ofHours(1);

  private static final Comparator<DeadLetterList.Row> NEWEST_FIRST =
      Comparator.comparing(DeadLetterList.Row::at)
          .thenComparing(row -> row.id().partition())
          .thenComparing(row -> row.id().offset())
          .reversed();

  private final KafkaConnection kafka;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread daemon = new Thread(work, "keeling-letters");
            daemon.setDaemon(true);
            return daemon;
          });

  private final Map<DeadLetterKind, Kind> kinds = new HashMap<>();
  private List<Long> ends = List.of();
  private Instant begun = Instant.EPOCH;
  private @Nullable Future<?> reading;

  /** The number and the newest letters of one kind. */
  private static final class Kind {
    private long letters;
    private final Deque<DeadLetterList.Row> rows = new ArrayDeque<>();
  }

  DeadLetterSummary(KafkaConnection kafka) {
    this.kafka = kafka;
  }

  /** Returns the counts by kind, and the newest letters of one kind or of all. */
  DeadLetterList list(Optional<DeadLetterKind> wanted) {
    boolean complete = await(begin());
    synchronized (kinds) {
      List<DeadLetterList.Count> counts = new ArrayList<>();
      List<DeadLetterList.Row> rows = new ArrayList<>();
      kinds.forEach(
          (kind, known) -> {
            counts.add(new DeadLetterList.Count(kind, known.letters));
            if (wanted.isEmpty() || wanted.get().equals(kind)) {
              rows.addAll(known.rows);
            }
          });
      counts.sort(
          Comparator.comparing(DeadLetterList.Count::letters)
              .reversed()
              .thenComparing(count -> count.kind().stage())
              .thenComparing(count -> count.kind().reason()));
      rows.sort(NEWEST_FIRST);
      return new DeadLetterList(
          counts, rows.subList(0, Math.min(rows.size(), MOST_ROWS)), complete);
    }
  }

  /**
   * Whether a record with this id was ever written. A consumer would wait for a record that was
   * never written.
   */
  boolean has(DeadLetterId id) {
    await(begin());
    synchronized (kinds) {
      return id.partition() < ends.size() && id.offset() < ends.get(id.partition());
    }
  }

  private synchronized Future<?> begin() {
    Future<?> running = reading;
    if (running == null || running.isDone()) {
      running = thread.submit(this::read);
      reading = running;
    }
    return running;
  }

  private static boolean await(Future<?> read) {
    try {
      read.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException kafka
          ? new KafkaException(String.valueOf(kafka.getMessage()), kafka)
          : new IllegalStateException("dead letters cannot be read", e.getCause());
    }
  }

  private void read() {
    boolean anew = begun.plus(LASTS).isBefore(Instant.now());
    try (TopicScan scan =
        TopicScan.from(kafka, Topics.DEAD_LETTERS.name(), anew ? List.of() : ends)) {
      synchronized (kinds) {
        if (anew) {
          kinds.clear();
          begun = Instant.now();
        }
        ends = scan.ends();
      }
      while (scan.hasNext()) {
        add(scan.next());
      }
    } catch (KafkaException e) {
      // The next call reads from the beginning, as it would otherwise miss the records that this
      // call did not read.
      begun = Instant.EPOCH;
      throw e;
    }
  }

  private void add(ConsumerRecord<byte[], byte[]> record) {
    DeadLetter letter = KafkaRecords.value(ContractSerdes.DEAD_LETTER, record);
    if (letter != null) {
      add(row(new DeadLetterId(record.partition(), record.offset()), letter));
    }
  }

  private void add(DeadLetterList.Row row) {
    synchronized (kinds) {
      if (!kinds.containsKey(row.kind()) && kinds.size() >= MOST_KINDS) {
        return;
      }
      Kind kind = kinds.computeIfAbsent(row.kind(), k -> new Kind());
      kind.letters++;
      kind.rows.addLast(row);
      if (kind.rows.size() > MOST_ROWS) {
        kind.rows.remove(kind.rows.stream().max(NEWEST_FIRST).orElseThrow());
      }
    }
  }

  private static DeadLetterList.Row row(DeadLetterId id, DeadLetter letter) {
    String about = letter.url() == null ? letter.origin().topic() : letter.url();
    return new DeadLetterList.Row(
        id,
        new DeadLetterKind(
            letter.stage().name().toLowerCase(Locale.ROOT),
            PlainText.line(letter.reason(), LONGEST_TEXT)),
        letter.at(),
        letter.sourceId() == null ? null : PlainText.line(letter.sourceId(), LONGEST_TEXT),
        PlainText.line(about, LONGEST_TEXT));
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
