package io.keeling.feeds.correction;

import io.keeling.contract.correction.TagCorrection;
import io.keeling.contract.removal.Removal;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.thread.Threads;
import io.keeling.contract.topic.KafkaConnection;
import io.keeling.contract.topic.Topics;
import io.keeling.feeds.search.follow.TopicReader;
import io.keeling.feeds.store.Database;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies {@code keeling.corrections} into the table {@code tag_correction}, so that the desk also
 * shows what was corrected by the command or at a desk of another database. It has a thread of its
 * own; what goes wrong is tried again for ever.
 *
 * <p>Each start reads the topic from its beginning, which has one record for each tag of which
 * something was said: rows that are there already are left as they are.
 */
public final class CorrectionFollower implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CorrectionFollower.class);

  /** The longest wait for records, which end it. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  /** How often it is tried again: nobody but who reads of it waits. Chosen. */
  private static final Duration AGAIN = Duration.ofSeconds(5);

  /** Part of what the desk may take to close. */
  private static final Duration CLOSE = Duration.ofSeconds(1);

  private final KafkaConnection kafka;
  private final Database database;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  /** What is in the way, as the log has it; for the thread alone. */
  private String problem = "";

  private CorrectionFollower(KafkaConnection kafka, Database database) {
    this.kafka = kafka;
    this.database = database;
    this.thread = new Thread(this::run, "keeling-feeds-corrections");
    thread.setDaemon(true);
  }

  /** Starts to follow. */
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

  private void follow(TopicReader topic) {
    topic.seek(Map.of());
    while (closing.getCount() > 0) {
      List<ConsumerRecord<byte[], byte[]>> records = topic.poll(PATIENCE, false);
      if (!records.isEmpty()) {
        write(records);
      }
      if (!problem.isEmpty()) {
        LOG.info("Tag corrections are followed again");
        problem = "";
      }
    }
  }

  private void write(List<ConsumerRecord<byte[], byte[]>> records) {
    Map<String, Optional<TagCorrection>> last = new LinkedHashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
      int slash = key.indexOf('/');
      if (slash > 0 && Removal.isId(key.substring(0, slash))) {
        read(record, key).ifPresent(correction -> last.put(key, correction));
      }
    }
    List<String> forgotten = new ArrayList<>();
    List<TagCorrection> said = new ArrayList<>();
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
            CorrectionRows.put(handle, said);
          }
          return null;
        });
  }

  /** The correction, empty where the record deletes it; nothing if the record cannot be read. */
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
      // Enrichment makes a dead letter of it.
      LOG.debug("a tag correction cannot be read", e);
      return Optional.empty();
    }
  }

  private void fails(RuntimeException e) {
    String line = e.getClass().getSimpleName();
    if (!line.equals(problem)) {
      LOG.warn("Tag corrections that are said elsewhere are not followed for a moment: {}", line);
      LOG.debug("why tag corrections wait", e);
      problem = line;
    }
  }

  /** Ends within some seconds; what was written stays. */
  @Override
  public void close() {
    closing.countDown();
    Threads.end(thread, CLOSE);
  }
}
