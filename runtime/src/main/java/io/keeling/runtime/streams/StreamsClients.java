package io.keeling.runtime.streams;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;

/**
 * Creates the Kafka clients of a Streams application: a producer that begins no transaction after
 * an aborted one, and a consumer with {@link Patience} and {@link CommitPace}. Threads may share
 * it.
 *
 * <p>All tasks of a stream thread write in one transaction. When a task is corrupted, Streams
 * commits the others before it aborts, except while the group rebalances. Then {@code
 * TaskManager.handleCorruption} (Kafka 4.2.2) skips the commit, and the results of what the other
 * tasks have read since the last commit are never written. {@code CorruptedTaskIT} reproduces this
 * loss. A thread whose producer is fenced gives up all its tasks, creates a new producer, and reads
 * again from the last commit.
 */
public final class StreamsClients implements KafkaClientSupplier {

  /**
   * The consumer setting for the interval after which an idle thread commits, in milliseconds; see
   * {@link CommitPace}.
   */
  static final String COMMIT_MILLIS = "keeling.commit.millis";

  /**
   * Belongs to the stream thread, the only user of its consumer and of its producer's transactions.
   */
  private static final ThreadLocal<Patience> PATIENCE = ThreadLocal.withInitial(Patience::new);

  public StreamsClients() {}

  @Override
  public Admin getAdmin(Map<String, Object> config) {
    return Admin.create(config);
  }

  @Override
  public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
    return new OnceAborted(config);
  }

  @Override
  public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
    Map<String, Object> known = new HashMap<>(config);
    Object interval = known.remove(COMMIT_MILLIS);
    return new Patient(
        known,
        interval == null ? Duration.ZERO : Duration.ofMillis(((Number) interval).longValue()));
  }

  @Override
  public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
    return consumer(config);
  }

  @Override
  public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
    return consumer(config);
  }

  private static Consumer<byte[], byte[]> consumer(Map<String, Object> config) {
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** A producer that refuses further transactions once it has aborted one. */
  private static final class OnceAborted extends KafkaProducer<byte[], byte[]> {

    private volatile boolean aborted;

    OnceAborted(Map<String, Object> config) {
      super(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public void abortTransaction() {
      aborted = true;
      super.abortTransaction();
      PATIENCE.get().ended();
      CommitPace.ofThread().ended(System.nanoTime());
    }

    @Override
    public void commitTransaction() {
      super.commitTransaction();
      PATIENCE.get().ended();
      CommitPace.ofThread().ended(System.nanoTime());
    }

    @Override
    public void beginTransaction() {
      if (aborted) {
        throw new ProducerFencedException("records of other tasks may have been aborted");
      }
      super.beginTransaction();
      PATIENCE.get().begun();
      CommitPace.ofThread().begun();
    }
  }

  /** A consumer that waits longer for records while its thread has nothing to commit. */
  private static final class Patient extends KafkaConsumer<byte[], byte[]> {

    private final Duration commitInterval;

    Patient(Map<String, Object> config, Duration commitInterval) {
      super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
      this.commitInterval = commitInterval;
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
      Patience patience = PATIENCE.get();
      ConsumerRecords<byte[], byte[]> records = super.poll(patience.of(timeout));
      patience.polled(!records.isEmpty());
      CommitPace pace = CommitPace.ofThread();
      boolean rests = pace.isOpen() && records.isEmpty() && !isBehind();
      pace.polled(rests, System.nanoTime(), commitInterval);
      return records;
    }

    /**
     * Whether unread records are known. An empty wait does not prove that there are none, as a busy
     * processor may cause it too.
     */
    private boolean isBehind() {
      return assignment().stream().anyMatch(partition -> currentLag(partition).orElse(0) > 0);
    }
  }
}
