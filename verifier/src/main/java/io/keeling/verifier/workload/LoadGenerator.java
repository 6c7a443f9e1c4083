package io.keeling.verifier.workload;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends the steps of a workload at a steady rate, each once and in order, through any outage of the
 * brokers. For one thread.
 */
public final class LoadGenerator implements AutoCloseable {

  /** Longest outage that is waited out: longer than any that tests make. */
  private static final Duration LONGEST_OUTAGE = Duration.ofMinutes(5);

  private final Workload workload;
  private final Producer<String, byte[]> producer;
  private final ScheduledExecutorService clock;
  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private final AtomicInteger sent = new AtomicInteger();
  private volatile boolean held;

  private LoadGenerator(Map<String, Object> kafka, long seed) {
    Map<String, Object> properties = new HashMap<>(kafka);
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    // Several at once could be refused until their time-out after an outage (KAFKA-15591).
    properties.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis(LONGEST_OUTAGE));
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis(LONGEST_OUTAGE));
    workload = new Workload(seed);
    producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    clock = Executors.newSingleThreadScheduledExecutor(r -> new Thread(r, "load"));
  }

  /**
   * Starts to send.
   *
   * @param kafka properties of clients
   * @param perSecond steps a second, at least 1; an outage makes fewer
   */
  public static LoadGenerator start(Map<String, Object> kafka, long seed, int perSecond) {
    LoadGenerator generator = new LoadGenerator(kafka, seed);
    long pause = TimeUnit.SECONDS.toMicros(1) / perSecond;
    // With a fixed delay an outage is not followed by a flood.
    var unused =
        generator.clock.scheduleWithFixedDelay(generator::send, 0, pause, TimeUnit.MICROSECONDS);
    return generator;
  }

  private void send() {
    if (held) {
      return;
    }
    try {
      var unused = producer.send(workload.next().record(), (metadata, e) -> failed(e));
      sent.incrementAndGet();
    } catch (KafkaException e) {
      failed(e);
    }
  }

  private void failed(@Nullable Exception exception) {
    if (exception != null) {
      failure.compareAndSet(null, exception);
    }
  }

  /**
   * Sends nothing more, or goes on.
   *
   * @param held whether it waits
   */
  public void hold(boolean held) {
    this.held = held;
  }

  /** Steps sent so far. */
  public int sent() {
    return sent.get();
  }

  /**
   * Stops, and waits until the brokers have all that was sent.
   *
   * @return how many steps they have
   * @throws KafkaException if a record was lost on the way, so that nothing can be judged
   */
  public int stop() throws InterruptedException {
    clock.shutdown();
    if (!clock.awaitTermination(LONGEST_OUTAGE.toSeconds(), TimeUnit.SECONDS)) {
      throw new KafkaException("the brokers take no record of the workload");
    }
    producer.flush();
    if (failure.get() != null) {
      throw new KafkaException("a record of the workload was not sent", failure.get());
    }
    return sent.get();
  }

  @Override
  public void close() {
    clock.shutdownNow();
    producer.close(Duration.ofSeconds(5));
  }

  private static int millis(Duration duration) {
    return Math.toIntExact(duration.toMillis());
  }
}
