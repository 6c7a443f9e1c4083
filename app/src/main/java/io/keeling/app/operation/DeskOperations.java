package io.keeling.app.operation;

import io.keeling.app.config.KeelingConfig;
import io.keeling.app.deadletter.Replay;
import io.keeling.app.kafka.KafkaRecords;
import io.keeling.app.kafka.RecordAt;
import io.keeling.app.sources.SourceCheck;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.source.Source;
import io.keeling.contract.topic.Topics;
import io.keeling.desk.operators.DeadLetterId;
import io.keeling.desk.operators.DeadLetterKind;
import io.keeling.desk.operators.DeadLetterList;
import io.keeling.desk.operators.OperationException;
import io.keeling.desk.operators.Operations;
import io.keeling.desk.operators.Preview;
import io.keeling.desk.operators.WatchedSource;
import io.keeling.desk.operators.Work;
import io.keeling.ingest.catalogue.SourceCatalogue;
import io.keeling.ingest.health.Condition;
import io.keeling.ingest.health.SourceHealth;
import io.keeling.ingest.source.SourceStates;
import io.keeling.runtime.kafka.KafkaConnection;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Does the work of the commands {@code sources} and {@code dead-letters} for the desk's pages.
 * Opens a connection for each request; threads may share it.
 */
public final class DeskOperations implements Operations, AutoCloseable {

  private final KeelingConfig config;
  private final KafkaConnection kafka;
  private final DeadLetterSummary letters;
  private final SourceLook look;

  public DeskOperations(KeelingConfig config) {
    this.config = config;
    this.kafka = config.kafka().connection();
    this.letters = new DeadLetterSummary(kafka);
    this.look = new SourceLook(config.ingest());
  }

  @Override
  public List<WatchedSource> sources() {
    try (SourceCatalogue catalogue = new SourceCatalogue(kafka)) {
      List<Source> all = catalogue.list();
      Map<String, Source> byId = new HashMap<>();
      all.forEach(source -> byId.put(source.id(), source));
      return SourceCheck.of(
              all, SourceStates.all(kafka), Map.of(), config.ingest().sourceHealth(), Instant.now())
          .stream()
          .map(health -> watched(Objects.requireNonNull(byId.get(health.id())), health))
          .toList();
    }
  }

  private static WatchedSource watched(Source source, SourceHealth health) {
    return new WatchedSource(
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
  public Optional<DeadLetter> letter(DeadLetterId id) {
    if (!letters.has(id)) {
      return Optional.empty();
    }
    try (RecordAt records = new RecordAt(kafka)) {
      return Optional.ofNullable(
              records.read(Topics.DEAD_LETTERS.name(), id.partition(), id.offset()))
          .map(record -> KafkaRecords.value(ContractSerdes.DEAD_LETTER, record));
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
