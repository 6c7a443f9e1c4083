package io.keeling.ingest.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.keeling.contract.serde.Json;
import io.keeling.runtime.kafka.KafkaFutures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/** Finds the imports that were begun and are not at their end, whether or not they run now. */
public final class BegunImports {

  /** Chosen: each costs a request; what is older was forgotten by the brokers in a week. */
  private static final int MOST = 50;

  private BegunImports() {}

  /**
   * An import.
   *
   * @param id a digest of its inputs and source
   * @param pages pages sent so far
   * @param position how far it is in the file that it reads, in bytes
   * @param size the size of that file
   */
  public record Begun(String id, long pages, long position, long size) {}

  /**
   * Those that are known to a Kafka.
   *
   * @throws org.apache.kafka.common.KafkaException if it does not answer
   */
  public static List<Begun> of(Admin admin) {
    List<String> groups =
        KafkaFutures.get(admin.listGroups().all()).stream()
            .map(GroupListing::groupId)
            .filter(group -> group.startsWith(ImportPositions.PREFIX))
            .sorted()
            .limit(MOST)
            .toList();
    List<Begun> begun = new ArrayList<>();
    for (String group : groups) {
      KafkaFutures.get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
          .values()
          .forEach(offset -> read(group, offset).ifPresent(begun::add));
    }
    return begun;
  }

  private static Optional<Begun> read(String group, OffsetAndMetadata offset) {
    try {
      ImportPosition position = Json.MAPPER.readValue(offset.metadata(), ImportPosition.class);
      return Optional.of(
          new Begun(
              group.substring(ImportPositions.PREFIX.length()),
              position.pages(),
              position.position(),
              position.size()));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
