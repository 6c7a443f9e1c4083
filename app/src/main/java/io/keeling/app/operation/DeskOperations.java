package io.keeling.app.operation;

import io.keeling.app.config.KeelingConfig;
import io.keeling.app.deadletter.DeadLetterId;
import io.keeling.app.deadletter.Replay;
import io.keeling.app.kafka.RecordAt;
import io.keeling.app.sources.SourceCheck;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.source.Source;
import io.keeling.contract.topic.Topics;
import io.keeling.desk.operators.DeadLetterKind;
import io.keeling.desk.operators.DeadLetterList;
import io.keeling.desk.operators.LetterId;
import io.keeling.desk.operators.OperationException;
import io.keeling.desk.operators.Operations;
import io.keeling.desk.operators.Preview;
import io.keeling.desk.operators.Watched;
import io.keeling.desk.operators.Work;
import io.keeling.ingest.catalogue.SourceCatalogue;
import io.keeling.ingest.health.Condition;
import io.keeling.ingest.health.SourceHealth;
import io.keeling.ingest.health.SourceStates;
import io.keeling.runtime.kafka.KafkaConnection;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;

/**
 * What the commands {@code sources} and {@code dead-letters} do, for the desk's pages. It connects
 * for each question; threads may share it.
 */
public final class DeskOperations implements Operations, AutoCloseable {

  private final KeelingConfig config;
  private final KafkaConnection kafka;
  private final DeadLetterSummary letters;
  private final SourceLook look;

  /**
   * @param config how Keeling is set, ingest as well: its rules hold for what a preview fetches
   */
  public DeskOperations(KeelingConfig config) {
    this.config = config;
    this.kafka = config.kafka().connection();
    this.letters = new DeadLetterSummary(kafka);
    this.look = new SourceLook(config.ingest());
  }

  @Override
  public List<Watched> sources() {
    try (SourceCatalogue catalogue = new SourceCatalogue(kafka)) {
      List<Source> all = catalogue.list();
      Map<String, Source> byId = new HashMap<>();
      all.forEach(source -> byId.put(source.id(), source));
      return SourceCheck.of(
              all,
              new SourceStates(kafka).all(),
              Map.of(),
              config.ingest().sourceHealth(),
              Instant.now())
          .stream()
          .map(health -> watched(Objects.requireNonNull(byId.get(health.id())), health))
          .toList();
    }
  }

  private static Watched watched(Source source, SourceHealth health) {
    return new Watched(
        source,
        health.condition().label(),
        health.condition() == Condition.PAUSED ? null : health.since(),
        health.reason(),
        health.lookedAt(),
        health.newsAt());
  }

  @Override
  public Preview preview(String address) {
    List<Source> present;
    try (SourceCatalogue catalogue = new SourceCatalogue(kafka)) {
      present = catalogue.list();
    }
    return look.at(address, present);
  }

  @Override
  public void add(Source source) {
    try (SourceCatalogue catalogue = new SourceCatalogue(kafka)) {
      if (catalogue.list().stream().anyMatch(present -> present.id().equals(source.id()))) {
        throw new OperationException("there is a source " + source.id() + " already");
      }
      catalogue.put(source);
    }
  }

  @Override
  public boolean remove(String id) {
    try (SourceCatalogue catalogue = new SourceCatalogue(kafka)) {
      return catalogue.remove(id);
    }
  }

  @Override
  public boolean pause(String id, boolean paused) {
    try (SourceCatalogue catalogue = new SourceCatalogue(kafka)) {
      return catalogue.pause(id, paused);
    }
  }

  @Override
  public DeadLetterList letters(Optional<DeadLetterKind> kind) {
    return letters.list(kind);
  }

  @Override
  public Optional<DeadLetter> letter(LetterId id) {
    return letters.has(id) ? read(new DeadLetterId(id.partition(), id.offset())) : Optional.empty();
  }

  private Optional<DeadLetter> read(DeadLetterId id) {
    String topic = Topics.DEAD_LETTERS.name();
    try (RecordAt records = new RecordAt(kafka)) {
      ConsumerRecord<byte[], byte[]> record = records.read(topic, id.partition(), id.offset());
      return record == null
          ? Optional.empty()
          : Optional.ofNullable(ContractSerdes.DEAD_LETTER.deserialize(topic, record.value()));
    } catch (SerializationException e) {
      return Optional.empty();
    }
  }

  @Override
  public String content(DeadLetter letter) {
    return LetterContent.of(letter);
  }

  @Override
  public void replay(DeadLetter letter) {
    try (Replay replay = new Replay(kafka)) {
      if (!replay.replay(letter)) {
        throw new OperationException(
            "it was too large to be kept, and is no longer in " + letter.origin().topic());
      }
    }
  }

  @Override
  public Work work() {
    return WorkLook.of(kafka, config);
  }

  @Override
  public void close() {
    look.close();
    letters.close();
  }
}
