package io.keeling.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.processor.api.Processor;
import org.junit.jupiter.api.Test;

class StreamsProgressTest {

  private static final TopicPartition PLACE = new TopicPartition("in", 0);

  private final StreamsProgress progress = new StreamsProgress();

  @Test
  void theLastRecordOfATopicThatFailsIsNotFinished() {
    try (TopologyTestDriver driver = new TopologyTestDriver(topology(), settings())) {
      var in = driver.createInputTopic("in", new StringSerializer(), new StringSerializer());
      in.pipeInput("k", "fine");
      assertThat(progress.unfinished(PLACE)).isEmpty();

      assertThatThrownBy(() -> in.pipeInput("k", "bad")).isInstanceOf(RuntimeException.class);

      assertThat(progress.unfinished(PLACE)).isEqualTo("offset 1 of in-0 is not finished");
    }
  }

  private Topology topology() {
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream("in", Consumed.with(Serdes.String(), Serdes.String()))
        .process(progress.watched(StreamsProgressTest::failing));
    return builder.build();
  }

  private static Processor<String, String, Void, Void> failing() {
    return record -> {
      if (record.value().equals("bad")) {
        throw new IllegalStateException("a bug");
      }
    };
  }

  private static Properties settings() {
    Properties properties = new Properties();
    properties.putAll(
        Map.of(
            StreamsConfig.APPLICATION_ID_CONFIG, "test",
            StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:0"));
    return properties;
  }
}
