package io.keeling.desk.corrections;

import io.keeling.contract.correction.TagCorrection;
import io.keeling.contract.removal.Removal;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import io.keeling.desk.database.Database;
import io.keeling.desk.index.TopicReader;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.thread.Threads;
import io.keeling.storage.DatabaseFailure.Remedy;
import io.keeling.storage.SqlFailures;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies {@code keeling.corrections} into the table {@code tag_correction}, so that the desk also
 * shows corrections made by the command or at a desk with another database. If the topic has
 * several records for a tag, the last one is used. The follower has its own thread and retries
 * forever.
 *
 * <p>After each start it reads the topic from the beginning, which holds one record for each
 * corrected tag; rows that already exist are kept. After a failure it continues with the records of
 * the last poll, at most 500.
 */
public final class CorrectionFollower implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CorrectionFollower.class);

  /** Maximum duration of a poll, which ends earlier if there are records. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  /** Pause before the next attempt, as in the other followers. */
  private static final Duration AGAIN = Duration.ofSeconds(2);

  /** Maximum time for closing; part of the desk's {@code CLOSE_TIMEOUT}. */
  private static final Duration CLOSE = Duration.ofSeconds(1);

  private final KafkaConnection kafka;
  private final Database database;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  /** The problem last logged. The follower's thread alone uses this and the next two fields. */
  private String problem = "";

  /** The topic's id, and the next offset of each partition. */
  private String topicId = "";

  private final Map<Integer, Long> next = new HashMap<>();

  private CorrectionFollower(KafkaConnection kafka, Database database) {
    this.kafka = kafka;
    this.database = database;
    this.thread = new Thread(this::run, "keeling-desk-corrections");
    thread.setDaemon(true);
  }

  public static CorrectionFollower start(KafkaConnection kafka, Database database) {
    CorrectionFollower follower = new CorrectionFollower(kafka, database);
    follower.thread.start();
    return follower;
  }

  private void run() {
    try {
      do {
        try (TopicReader topic = new TopicReader(kafka, Topics.CORRECTIONS.name())) {
          follow(topic);
        } catch (InterruptException e) {
          break;
        } catch (RuntimeException e) {
          fails(e);
        }
      } while (!closing.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow(TopicReader topic) throws InterruptedException {
    seek(topic);
    while (closing.getCount() > 0) {
      List<ConsumerRecord<byte[], byte[]>> records = topic.poll(PATIENCE, false);
      while (!written(records)) {
        if (closing.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
      records.forEach(record -> next.put(record.partition(), record.offset() + 1));
      if (!problem.isEmpty()) {
        LOG.info("Reading of tag corrections has resumed");
        problem = "";
      }
    }
  }

  /**
   * Seeks the next offsets. Starts from the beginning if the topic was created again or no longer
   * has these offsets.
   */
  private void seek(TopicReader topic) {
    String id = topic.topicId();
    if (!id.equals(topicId)) {
      next.clear();
      topicId = id;
    }
    if (!topic.seek(next)) {
      next.clear();
      topic.seek(next);
    }
  }

  /** Writes the records; returns false if the database does not accept writes now. */
  private boolean written(List<ConsumerRecord<byte[], byte[]>> records) {
    try {
      writeAll(records);
      return true;
    } catch (JdbiException e) {
      fails(e);
      return false;
    }
  }

  /** Writes all records except those that PostgreSQL rejects, which would block all later ones. */
  private void writeAll(List<ConsumerRecord<byte[], byte[]>> records) {
    try {
      write(records);
    } catch (JdbiException | DateTimeException e) {
      if (!isOfData(e)) {
        throw e;
      }
      if (records.size() == 1) {
        LOG.warn(
            "The tag correction at offset {} of partition {} cannot be stored",
            records.get(0).offset(),
            records.get(0).partition());
        LOG.debug("cause of the failure to store it", e);
        return;
      }
      int half = records.size() / 2;
      writeAll(records.subList(0, half));
      writeAll(records.subList(half, records.size()));
    }
  }

  /** Whether the failure is caused by the data, so that retrying does not help. */
  private static boolean isOfData(RuntimeException e) {
    return e instanceof DateTimeException || SqlFailures.of(e).remedy() == Remedy.LEAVE_OUT;
  }

  private void write(List<ConsumerRecord<byte[], byte[]>> records) {
    Map<String, Optional<CorrectionRows.Placed>> last = new LinkedHashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
      int slash = key.indexOf('/');
      if (slash > 0 && Removal.isId(key.substring(0, slash))) {
        read(record, key)
            .ifPresent(
                correction ->
                    last.put(
                        key,
                        correction.map(said -> new CorrectionRows.Placed(said, record.offset()))));
      }
    }
    List<String> forgotten = new ArrayList<>();
    List<CorrectionRows.Placed> said = new ArrayList<>();
    last.forEach(
        (key, correction) -> correction.ifPresentOrElse(said::add, () -> forgotten.add(key)));
    if (last.isEmpty()) {
      return;
    }
    database.change(
        handle -> {
          if (!forgotten.isEmpty()) {
            CorrectionRows.forget(handle, forgotten);
          }
          if (!said.isEmpty()) {
            CorrectionRows.putRead(handle, said, topicId);
          }
          return null;
        });
  }

  /**
   * The correction of a record: the inner optional is empty for a deletion, the outer one for an
   * unreadable record.
   */
  private static Optional<Optional<TagCorrection>> read(
      ConsumerRecord<byte[], byte[]> record, String key) {
    if (record.value() == null) {
      return Optional.of(Optional.empty());
    }
    try {
      TagCorrection said =
          ContractSerdes.TAG_CORRECTION.deserialize(record.topic(), record.value());
      return said != null && said.key().equals(key)
          ? Optional.of(Optional.of(said))
          : Optional.empty();
    } catch (RuntimeException e) {
      // Enrichment writes a dead letter for an unreadable record.
      LOG.debug("a tag correction cannot be read", e);
      return Optional.empty();
    }
  }

  private void fails(RuntimeException e) {
    if (closing.getCount() == 0) {
      LOG.debug("this desk closes; another one follows tag corrections", e);
      return;
    }
    String line = e.getClass().getSimpleName();
    if (!line.equals(problem)) {
      LOG.warn("Could not read tag corrections, retrying: {}", line);
      LOG.debug("cause of the failure to follow tag corrections", e);
      problem = line;
    }
  }

  /** Ends the thread within some seconds; rows that were written stay. */
  @Override
  public void close() {
    closing.countDown();
    Threads.end(thread, CLOSE);
  }
}
