package io.keeling.desk.index;

import io.keeling.contract.topic.Topics;
import io.keeling.desk.database.Database;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.JdbiException;

/** The sink's progress, from the offsets that it stores with its rows. Threads may share it. */
public final class SinkOffsets implements StoredRecords {

  private final Database database;

  public SinkOffsets(Database database) {
    this.database = database;
  }

  /**
   * The offset after the last stored record, by partition.
   *
   * @throws JdbiException if the database does not answer
   */
  @Override
  public Map<Integer, Long> upTo() {
    return database.read(
        handle -> {
          Map<Integer, Long> offsets = new HashMap<>();
          handle
              .createQuery(
                  "SELECT partition, next_offset FROM consumer_offset WHERE topic = :topic")
              .bind("topic", Topics.ENRICHED.name())
              .map((row, context) -> Map.entry(row.getInt(1), row.getLong(2)))
              .forEach(entry -> offsets.put(entry.getKey(), entry.getValue()));
          return offsets;
        });
  }

  @Override
  public boolean away() {
    return !database.problems().isEmpty();
  }
}
