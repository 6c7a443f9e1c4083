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

/** Finds imports that were started and are not finished, whether or not they are running now. */
public final class BegunImports {

  /** Maximum number of imports checked, as each needs a request to Kafka. */
  private static final int MOST = 50;

  private BegunImports() {}

  /**
   * An unfinished import.
   *
   * @param id a digest of its inputs and source
   * @param pages pages sent so far
   * @param position number of bytes read of the current file
   * @param size size of the current file, in bytes
   */
  public record Begun(String id, long pages, long position, long size) {}

  /**
   * @throws org.apache.kafka.common.KafkaException if Kafka does not answer
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
