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

/**
 * The consumer's offsets, which live beside the rows. Stateless; threads may share it, but not one
 * {@link Connection}.
 */
final class StoredOffsets {

  /** Makes a row for partitions never seen, so that there is one to fence with, and reads all. */
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
      SELECT topic, partition, next_offset FROM consumer_offset JOIN wanted USING (topic, partition)""";

  private static final String ADVANCE =
      """
      UPDATE consumer_offset AS stored SET next_offset = moved.next_offset
      FROM unnest(?::text[], ?::integer[], ?::bigint[], ?::bigint[])
          AS moved (topic, partition, expected, next_offset)
      WHERE stored.topic = moved.topic AND stored.partition = moved.partition
          AND stored.next_offset = moved.expected""";

  private StoredOffsets() {}

  /** The offsets at which partitions go on; 0 for those never seen. */
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
    // A row that another sink made between the two halves of the statement is in neither.
    order.forEach(partition -> result.putIfAbsent(partition, 0L));
    return result;
  }

  /**
   * Moves offsets on, if all of them are where this sink left them. The rows stay locked until the
   * transaction ends, so of two sinks that believe a partition theirs only one goes on.
   *
   * @return false if another sink has moved one of them; the transaction is to be rolled back then
   */
  static boolean advance(
      Connection connection, Map<TopicPartition, Long> expected, Map<TopicPartition, Long> next)
      throws SQLException {
    List<TopicPartition> order = new ArrayList<>(next.keySet());
    // The same order in every sink, so that two never wait for each other.
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
