package io.keeling.bench.memory;

import io.keeling.bench.chain.Chain;
import io.keeling.contract.topic.TopicSpec;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Counts what a role has done. For one thread. */
interface Done extends AutoCloseable {

  /** Records so far. */
  int count();

  @Override
  void close();

  /** Articles in the tables. */
  static Done stored(Chain chain) {
    return new Done() {
      @Override
      public int count() {
        try (Connection connection = chain.tables().getConnection();
            Statement statement = connection.createStatement();
            ResultSet row = statement.executeQuery("SELECT count(*) FROM article")) {
          row.next();
          return row.getInt(1);
        } catch (SQLException e) {
          throw new IllegalStateException(e);
        }
      }

      @Override
      public void close() {
        // The chain's connections are its own.
      }
    };
  }

  /** Committed records of a topic. */
  static Done written(Chain chain, TopicSpec topic) {
    Map<String, Object> properties = chain.connection().clientProperties();
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic.name()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return new Done() {
      private int count;

      @Override
      public int count() {
        ConsumerRecords<byte[], byte[]> records;
        do {
          records = consumer.poll(Duration.ofMillis(100));
          count += records.count();
        } while (!records.isEmpty());
        return count;
      }

      @Override
      public void close() {
        consumer.close();
      }
    };
  }
}
