package io.keeling.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TopicHealthTest {

  private static final Node ONE = new Node(1, "one", 9092);
  private static final Node TWO = new Node(2, "two", 9092);
  private static final Node THREE = new Node(3, "three", 9092);

  @Test
  void oneBrokerOfThreeMayBeAway() {
    assertThat(of(partition(0, ONE, ONE, TWO), partition(1, TWO, TWO, ONE)))
        .isEqualTo(TopicHealth.WELL);
  }

  @Test
  void partitionsWithoutALeaderAreNamed() {
    TopicHealth health =
        of(partition(0, ONE, ONE), partition(1, null), partition(2, Node.noNode()));

    assertThat(health.problem())
        .isEqualTo("brokers are away, and no leader answers for 2 partitions: pages-1, pages-2");
    assertThat(health.unavailable()).isEqualTo(2);
    assertThat(health.writesMayWait()).isTrue();
  }

  @Test
  void aPartitionWhoseLeaderDoesNotAnswerHasNone() {
    var topic = new TopicDescription("pages", false, List.of(partition(0, ONE, ONE, TWO)));

    TopicHealth health =
        TopicHealth.of(List.of(topic), List.of(), Set.of(new TopicPartition("pages", 0)), 5);

    assertThat(health.problem())
        .isEqualTo("brokers are away, and no leader answers for 1 partitions: pages-0");
  }

  @Test
  void withOneReplicaOfThreeItCanBeReadAndWritesMayWait() {
    TopicHealth health = of(partition(0, ONE, ONE));

    assertThat(health.problem()).isNull();
    assertThat(health.writesMayWait()).isTrue();
  }

  @Test
  void aTopicThatIsNotThereIsNamed() {
    assertThat(TopicHealth.of(List.of(), List.of("keeling.pages"), Set.of(), 5).problem())
        .isEqualTo("Kafka has no topic keeling.pages");
  }

  @Test
  void oneLineNamesNoMoreThanAFew() {
    TopicPartitionInfo[] many =
        IntStream.range(0, 1000)
            .mapToObj(i -> partition(i, null))
            .toArray(TopicPartitionInfo[]::new);

    assertThat(of(many).problem()).contains("1000 partitions").hasSizeLessThan(150);
  }

  private static TopicHealth of(TopicPartitionInfo... partitions) {
    var topic = new TopicDescription("pages", false, Arrays.asList(partitions));
    return TopicHealth.of(List.of(topic), List.of(), Set.of(), 5);
  }

  private static TopicPartitionInfo partition(int number, @Nullable Node leader, Node... inSync) {
    return new TopicPartitionInfo(number, leader, List.of(ONE, TWO, THREE), Arrays.asList(inSync));
  }
}
