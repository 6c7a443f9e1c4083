package io.keeling.app.reprocess;

import io.keeling.contract.topic.Topics;
import io.keeling.embedded.postgres.EmbeddedDatabase;
import io.keeling.environment.SharedDatabase;
import io.keeling.runtime.kafka.KafkaConnection;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A database of a test's own, whose tables can be compared with those of another. */
public final class TableDump {

  private final String url = SharedDatabase.create();

  public String url() {
    return url;
  }

  void drop() {
    SharedDatabase.drop(url);
  }

  public void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  public long count(String sql) throws SQLException {
    return Long.parseLong(rows(sql).get(0));
  }

  /**
   * Every row of every table that holds articles, whole, but for the moment at which it was stored.
   */
  public List<String> contents() throws SQLException {
    List<String> contents = new ArrayList<>();
    for (String table :
        rows(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
                + " AND table_name LIKE 'article%' ORDER BY 1")) {
      for (String row :
          rows("SELECT (to_jsonb(t) - 'stored_at')::text FROM " + table + " t ORDER BY 1")) {
        contents.add(table + " " + row);
      }
    }
    return contents;
  }

  /** Records of {@code keeling.enriched} that are not in the database yet. */
  public long lag(KafkaConnection kafka) throws SQLException {
    Map<String, Object> properties = kafka.clientProperties();
    properties.put("isolation.level", "read_committed");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.ENRICHED.name()).stream()
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      long lag = 0;
      for (Map.Entry<TopicPartition, Long> end : consumer.endOffsets(partitions).entrySet()) {
        long stored =
            count(
                "SELECT coalesce(max(next_offset), 0) FROM consumer_offset WHERE partition = "
                    + end.getKey().partition());
        // The mark at the end of a transaction takes an offset of its own.
        lag += Math.max(0, end.getValue() - stored - 1);
      }
      return lag;
    }
  }

  /** The first column of each row. */
  public List<String> rows(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(result.getString(1));
      }
      return rows;
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url, EmbeddedDatabase.USER, "");
  }
}
