package io.keeling.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.deadletter.Stage;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamsDeadLettersTest {

  private final List<DeadLetter> counted = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"bug, failed", "unusable, too-odd", "late, failed"})
  void everyFieldOfALetterIsThereHoweverItsRecordFailed(String value, String reason) {
    DeadLetter letter = letterOf(value);

    assertThat(letter.stage()).isEqualTo(Stage.READ);
    assertThat(letter.reason()).isEqualTo(reason);
    assertThat(letter.message()).isNotBlank().doesNotContain("quoted");
    assertThat(letter.exception()).endsWith("Exception");
    assertThat(letter.origin().topic()).isEqualTo("in");
    assertThat(letter.origin().partition()).isZero();
    assertThat(letter.origin().offset()).isEqualTo(1);
    assertThat(letter.origin().key()).isEqualTo("the-key");
    assertThat(letter.trace()).isEqualTo("trace-1");
    assertThat(letter.headers()).containsEntry("other", "kept");
    assertThat(letter.payload()).asString().isEqualTo(value);
    assertThat(letter.sourceId()).isEqualTo("the-source");
    assertThat(letter.url()).isEqualTo("https://example.org/a");
    assertThat(counted).hasSize(1);
  }

  @Test
  void onlyOurOwnMessagesAreShown() {
    assertThat(letterOf("unusable").message()).isEqualTo("it is too odd");
    assertThat(letterOf("bug").message())
        .startsWith("failed with java.lang.IllegalStateException at ");
  }

  @Test
  void noRecordIsToBlameForStateThatCannotBeRead() {
    try (TopologyTestDriver driver = new TopologyTestDriver(topology(), settings())) {
      var in = driver.createInputTopic("in", new StringSerializer(), new ByteArraySerializer());

      assertThatThrownBy(() -> in.pipeInput("k", "state".getBytes(StandardCharsets.UTF_8)))
          .hasRootCauseInstanceOf(ProcessorStateException.class);

      assertThat(counted).isEmpty();
    }
  }

  /**
   * Streams tells a processor of it that writes, wrapped as here, when a send before has failed.
   */
  @Test
  void noRecordIsToBlameForKafkaThatDoesNotAnswer() {
    try (TopologyTestDriver driver = new TopologyTestDriver(topology(), settings())) {
      var in = driver.createInputTopic("in", new StringSerializer(), new ByteArraySerializer());

      assertThatThrownBy(() -> in.pipeInput("k", "away".getBytes(StandardCharsets.UTF_8)))
          .hasRootCauseInstanceOf(TimeoutException.class);

      assertThat(counted).isEmpty();
    }
  }

  private DeadLetter letterOf(String value) {
    try (TopologyTestDriver driver = new TopologyTestDriver(topology(), settings())) {
      var in = driver.createInputTopic("in", new StringSerializer(), new ByteArraySerializer());
      in.pipeInput("the-key", "fine".getBytes(StandardCharsets.UTF_8));
      var record = new TestRecord<>("the-key", value.getBytes(StandardCharsets.UTF_8));
      HeaderValues.put(record.headers(), HeaderNames.TRACE, "trace-1");
      HeaderValues.put(record.headers(), HeaderNames.SOURCE, "the-source");
      HeaderValues.put(record.headers(), HeaderNames.URL, "https://example.org/a");
      HeaderValues.put(record.headers(), "other", "kept");
      in.pipeInput(record);
      return driver
          .createOutputTopic(
              Topics.DEAD_LETTERS.name(), new StringDeserializer(), ContractSerdes.DEAD_LETTER)
          .readValue();
    }
  }

  private Properties settings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:0");
    StreamsDeadLetters.configure(settings, Stage.READ, counted::add);
    Properties properties = new Properties();
    properties.putAll(settings);
    return properties;
  }

  private static Topology topology() {
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream("in", Consumed.with(Serdes.String(), Serdes.ByteArray()))
        .process(Failing::new)
        .to("out", Produced.with(Serdes.String(), Serdes.ByteArray()));
    return builder.build();
  }

  /** Fails on some values; on one of them after it has written something. */
  private static final class Failing extends ContextualProcessor<String, byte[], String, byte[]> {

    @Override
    public void process(Record<String, byte[]> record) {
      String value = new String(record.value(), StandardCharsets.UTF_8);
      if (value.equals("bug")) {
        throw new IllegalStateException("quoted from the record");
      }
      if (value.equals("unusable")) {
        throw new UnusableRecordException("too-odd", "it is too odd");
      }
      if (value.equals("state")) {
        throw new ProcessorStateException("a damaged file");
      }
      if (value.equals("away")) {
        throw new StreamsException(new KafkaException(new TimeoutException("it took too long")));
      }
      context().forward(record);
      if (value.equals("late")) {
        throw new IllegalArgumentException("quoted from the record");
      }
    }
  }
}
