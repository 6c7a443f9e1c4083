package io.keeling.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedStateMemoryTest {

  private static final int STORES = 12;

  /** Few and large: the driver commits, and so flushes all stores, after each. */
  private static final int RECORDS = 15;

  private static final int RECORD = 1_000_000;

  @TempDir Path directory;

  @Test
  void allStoresTogetherTakeNoMoreThanTheirShareHoweverMuchIsWrittenAndRead() {
    try (TopologyTestDriver driver = driver()) {
      Random random = new Random(1);
      for (int store = 0; store < STORES; store++) {
        TestInputTopic<String, byte[]> topic =
            driver.createInputTopic(
                "in-" + store, new StringSerializer(), new ByteArraySerializer());
        for (int n = 0; n < RECORDS; n++) {
          byte[] value = new byte[RECORD];
          random.nextBytes(value);
          topic.pipeInput("key-" + n, value);
        }
        for (int n = 0; n < RECORDS; n++) {
          assertThat(driver.getKeyValueStore("store-" + store).get("key-" + n)).isNotNull();
        }
        assertThat(BoundedStateMemory.used()).isBetween(1L, BoundedStateMemory.MEMORY);
      }
    }
    assertThat((long) STORES * RECORDS * RECORD).isGreaterThan(BoundedStateMemory.MEMORY);
  }

  private TopologyTestDriver driver() {
    StreamsBuilder builder = new StreamsBuilder();
    for (int store = 0; store < STORES; store++) {
      builder.table(
          "in-" + store,
          Consumed.with(Serdes.String(), Serdes.ByteArray()),
          Materialized.as("store-" + store));
    }
    Map<String, Object> settings = new HashMap<>();
    BoundedStateMemory.configure(settings);
    Properties properties = new Properties();
    properties.putAll(settings);
    properties.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
    return new TopologyTestDriver(builder.build(), properties);
  }
}
