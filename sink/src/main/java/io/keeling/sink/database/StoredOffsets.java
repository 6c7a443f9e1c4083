package io.keeling.sink.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Reads and advances the consumer's offsets, which are stored in PostgreSQL beside the rows. */
final class StoredOffsets {

  /** Inserts rows for new partitions, so that they can be locked, and reads all offsets. */
  private static final String LOAD =
      """
      WITH wanted (topic, partition) AS (SELECT * FROM unnest(?::text[], ?::integer[])),
          made AS (
              INSERT INTO consumer_offset (topic, partition, next_offset)
              SELECT topic, partition, 0 FROM wanted
              ON CONFLICT (topic, partition) DO NOTHING
              RETURNING topic, partition, next_offset)
      SELECT topic, partition, next_offset FROM made
      UNION
      SELECT topic, partition, next_offset FROM consumer_offset JOIN wanted USING (topic, partition)\
      """;

  private static final String ADVANCE =
      """
      UPDATE consumer_offset AS stored SET next_offset = moved.next_offset
      FROM unnest(?::text[], ?::integer[], ?::bigint[], ?::bigint[])
          AS moved (topic, partition, expected, next_offset)
      WHERE stored.topic = moved.topic AND stored.partition = moved.partition
          AND stored.next_offset = moved.expected\
      """;

  private StoredOffsets() {}

  /** The next offsets of partitions; 0 for new partitions. */
  static Map<TopicPartition, Long> load(
      Connection connection, Collection<TopicPartition> partitions) throws SQLException {
    List<TopicPartition> order = List.copyOf(partitions);
    Map<TopicPartition, Long> result = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(LOAD)) {
      setPartitions(connection, statement, order);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          result.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
        }
      }
    }
    // A row that another sink inserts at the same time appears in neither SELECT of the statement.
    order.forEach(partition -> result.putIfAbsent(partition, 0L));
    return result;
  }

  /**
   * Advances offsets, if all of them are where this sink left them. The rows stay locked until the
   * transaction ends, so only one of two sinks with the same partition proceeds.
   *
   * @return false if another sink has moved one of them; then the caller rolls back
   */
  static boolean advance(
      Connection connection, Map<TopicPartition, Long> expected, Map<TopicPartition, Long> next)
      throws SQLException {
    List<TopicPartition> order = new ArrayList<>(next.keySet());
    // Every sink uses the same order, which avoids deadlocks.
    order.sort(
        java.util.Comparator.comparing(TopicPartition::topic)
            .thenComparing(TopicPartition::partition));
    try (PreparedStatement statement = connection.prepareStatement(ADVANCE)) {
      setPartitions(connection, statement, order);
      statement.setArray(
          3, connection.createArrayOf("bigint", order.stream().map(expected::get).toArray()));
      statement.setArray(
          4, connection.createArrayOf("bigint", order.stream().map(next::get).toArray()));
      return statement.executeUpdate() == order.size();
    }
  }

  private static void setPartitions(
      Connection connection, PreparedStatement statement, List<TopicPartition> order)
      throws SQLException {
    statement.setArray(
        1, connection.createArrayOf("text", order.stream().map(TopicPartition::topic).toArray()));
    statement.setArray(
        2,
        connection.createArrayOf(
            "integer", order.stream().map(TopicPartition::partition).toArray()));
  }
}
