package io.keeling.ingest.catalogue;

import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.source.Source;
import io.keeling.contract.topic.Topics;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.KafkaFutures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue of sources in the compacted topic {@code keeling.sources}, for an operator's
 * commands. The topic must exist. Thread-safe; if two changes of one source are made at the same
 * time, one of them wins.
 *
 * <p>Every method throws {@link KafkaException} if the broker does not answer within thirty
 * seconds.
 */
public final class SourceCatalogue implements AutoCloseable {

  private static final String TOPIC = Topics.SOURCES.name();

  /** How long the broker may take to answer while a user waits. */
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

  /** How long closing waits for unsent records, whose failure has already been reported. */
  private static final Duration CLOSING = Duration.ofSeconds(10);

  private final CompactedTopic<Source> reader;
  private final KafkaProducer<String, byte[]> producer;

  /** Creates the clients; the first call that needs the broker connects. */
  public SourceCatalogue(KafkaConnection kafka) {
    this.reader = new CompactedTopic<>(kafka, TOPIC, ContractSerdes.SOURCE, ANSWER_LIMIT);
    Map<String, Object> properties = kafka.producerProperties();
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, ANSWER_LIMIT.toMillis());
    properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) ANSWER_LIMIT.toMillis() / 2);
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) ANSWER_LIMIT.toMillis());
    this.producer = KafkaConnection.producer(properties);
  }

  public List<Source> list() {
    return List.copyOf(reader.read().values());
  }

  public void put(Source source) {
    write(Map.of(source.id(), source));
  }

  /**
   * Adds and replaces sources, but writes only those that differ from the catalogue, so that a
   * start with the same configuration changes nothing. Of two sources with one id the later wins. A
   * paused source stays paused.
   *
   * @return number of sources in the catalogue afterwards
   */
  public int putAll(Collection<Source> sources) {
    Map<String, Source> present = reader.read();
    Map<String, @Nullable Source> changed = new LinkedHashMap<>();
    for (Source source : sources) {
      Source before = present.get(source.id());
      boolean paused = source.pausedNow() || (before != null && before.pausedNow());
      changed.put(source.id(), source.withPaused(paused));
    }
    Set<String> all = new HashSet<>(present.keySet());
    all.addAll(changed.keySet());
    changed.entrySet().removeIf(e -> Objects.equals(present.get(e.getKey()), e.getValue()));
    write(changed);
    return all.size();
  }

  /**
   * Pauses a source, or resumes it.
   *
   * @return whether the source exists
   */
  public boolean pause(String id, boolean paused) {
    Source present = reader.read().get(id);
    if (present == null) {
      return false;
    }
    put(present.withPaused(paused));
    return true;
  }

  /**
   * Removes a source.
   *
   * @return whether the source existed
   */
  public boolean remove(String id) {
    boolean present = reader.read().containsKey(id);
    if (present) {
      Map<String, @Nullable Source> tombstone = new LinkedHashMap<>();
      tombstone.put(id, null);
      write(tombstone);
    }
    return present;
  }

  private void write(Map<String, ? extends @Nullable Source> sources) {
    List<Future<RecordMetadata>> answers = new ArrayList<>();
    sources.forEach(
        (id, source) -> {
          Headers headers = new RecordHeaders();
          HeaderValues.put(headers, HeaderNames.TRACE, UUID.randomUUID().toString());
          byte[] value = ContractSerdes.SOURCE.serialize(TOPIC, headers, source);
          answers.add(producer.send(new ProducerRecord<>(TOPIC, null, id, value, headers)));
        });
    producer.flush();
    for (Future<RecordMetadata> answer : answers) {
      await(answer);
    }
  }

  private static void await(Future<RecordMetadata> answer) {
    try {
      KafkaFutures.get(answer);
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      throw new KafkaException("cannot write the catalogue of sources: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    producer.close(CLOSING);
  }
}
