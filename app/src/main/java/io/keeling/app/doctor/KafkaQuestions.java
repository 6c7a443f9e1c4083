package io.keeling.app.doctor;

import io.keeling.app.config.KeelingConfig;
import io.keeling.app.kafka.BrokerReleases;
import io.keeling.app.kafka.Kafka;
import io.keeling.app.role.RoleName;
import io.keeling.contract.topic.TopicSpec;
import io.keeling.contract.topic.Topics;
import io.keeling.runtime.kafka.KafkaFutures;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.common.Node;

/** Checks of Kafka. Threads may share it. */
final class KafkaQuestions implements AutoCloseable {

  /** Time limit for one answer of a broker: TLS and login take seconds on a busy broker. */
  private static final Duration ANSWER = Duration.ofSeconds(15);

  /** Time limit for a check with several answers: a slow answer and some quick ones. */
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** Time limit for the first check, which also finds a broker to connect to. */
  private static final Duration FIRST = Duration.ofSeconds(60);

  private final KeelingConfig config;
  private final Set<RoleName> roles;
  private final Clock clock;
  private final List<TopicSpec> topics;
  private final Admin admin;

  KafkaQuestions(KeelingConfig config, Set<RoleName> roles, Clock clock) {
    this.config = config;
    this.roles = roles;
    this.clock = clock;
    this.topics =
        Topics.ALL.stream()
            .filter(topic -> roles.stream().anyMatch(role -> role.topics().contains(topic)))
            .toList();
    this.admin = Kafka.admin(config.kafka().connection(), ANSWER);
  }

  Question reachable() {
    return new Question("kafka", FIRST, this::brokers);
  }

  List<Question> others() {
    List<Question> questions = new ArrayList<>();
    questions.add(new Question("release", LIMIT, this::release));
    questions.add(new Question("topics", LIMIT, () -> new TopicLook(admin, topics).findings()));
    questions.add(new Question("rights", LIMIT, () -> new Rights(admin, roles).findings()));
    questions.add(new Question("lag", LIMIT, () -> new GroupLag(admin, roles).findings()));
    questions.add(
        new Question(
            "transactions",
            LIMIT,
            () -> new LongTransactions(admin, config, topics).findings(clock.instant())));
    return questions;
  }

  private List<Finding> brokers() {
    Kafka.reachable(config.kafka().connection());
    DescribeClusterResult cluster = admin.describeCluster();
    List<Integer> ids = KafkaFutures.get(cluster.nodes()).stream().map(Node::id).sorted().toList();
    return List.of(
        Finding.ok(
            "kafka",
            "%s: broker %s, cluster %s"
                .formatted(
                    config.kafka().bootstrapServers(),
                    ids.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                    KafkaFutures.get(cluster.clusterId()))));
  }

  private List<Finding> release() {
    Optional<String> warning = BrokerReleases.warning(admin);
    return List.of(
        warning
            .map(line -> Finding.warn("release", line))
            .orElseGet(() -> Finding.ok("release", "no broker has a known defect")));
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }
}
