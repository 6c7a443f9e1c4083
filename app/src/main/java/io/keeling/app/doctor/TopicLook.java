package io.keeling.app.doctor;

import io.keeling.contract.topic.TopicSpec;
import io.keeling.contract.topic.Topics;
import io.keeling.runtime.kafka.KafkaFutures;
import io.keeling.runtime.kafka.TopicCreator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Checks whether topics exist, have all their partitions, and have the settings that Keeling needs.
 * For one thread.
 */
final class TopicLook {

  private static final String SUBJECT = "topics";

  private final Admin admin;
  private final List<TopicSpec> topics;

  TopicLook(Admin admin, List<TopicSpec> topics) {
    this.admin = admin;
    this.topics = topics;
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    List<TopicDescription> described = new ArrayList<>();
    List<TopicSpec> present = new ArrayList<>();
    Map<String, KafkaFuture<TopicDescription>> answers =
        admin.describeTopics(topics.stream().map(TopicSpec::name).toList()).topicNameValues();
    for (TopicSpec topic : topics) {
      try {
        described.add(KafkaFutures.get(Objects.requireNonNull(answers.get(topic.name()))));
        present.add(topic);
      } catch (UnknownTopicOrPartitionException e) {
        findings.add(
            Finding.fail(
                SUBJECT,
                topic.name()
                    + " is not there. Start a role that uses it, which makes it: keeling run "
                    + (topic.equals(Topics.ENRICHED) ? "enrich" : "ingest")));
      } catch (AuthorizationException e) {
        findings.add(
            Finding.fail(
                SUBJECT,
                "this user may not see "
                    + topic.name()
                    + ". docs/security.md lists the rights of each role"));
      }
    }
    findings.addAll(settings(present));
    described.forEach(topic -> findings.addAll(replicas(topic)));
    if (findings.isEmpty()) {
      findings.add(
          Finding.ok(
              SUBJECT,
              "%d with the settings they need: %s"
                  .formatted(
                      described.size(),
                      described.stream()
                          .map(topic -> topic.name() + " " + topic.partitions().size())
                          .collect(Collectors.joining(", ", "partitions of ", "")))));
    }
    return findings;
  }

  private List<Finding> settings(List<TopicSpec> present) {
    try {
      return new TopicCreator(admin)
          .mismatches(present).stream()
              .map(
                  mismatch ->
                      Finding.fail(
                          SUBJECT,
                          mismatch
                              + ". Change it with Kafka's kafka-configs or kafka-topics tool, or"
                              + " no role starts"))
              .toList();
    } catch (AuthorizationException e) {
      return List.of(
          Finding.warn(
              SUBJECT,
              "this user may not see the settings of topics; each role verifies them at its"
                  + " start"));
    }
  }

  private static List<Finding> replicas(TopicDescription topic) {
    List<Finding> findings = new ArrayList<>();
    List<Integer> leaderless = new ArrayList<>();
    List<Integer> behind = new ArrayList<>();
    for (TopicPartitionInfo partition : topic.partitions()) {
      if (partition.leader() == null || partition.leader().isEmpty()) {
        leaderless.add(partition.partition());
      } else if (partition.isr().size() < partition.replicas().size()) {
        behind.add(partition.partition());
      }
    }
    if (!leaderless.isEmpty()) {
      findings.add(
          Finding.fail(
              SUBJECT,
              "%s: no leader for partition %s. Start the brokers that are away"
                  .formatted(topic.name(), numbers(leaderless))));
    }
    if (!behind.isEmpty()) {
      findings.add(
          Finding.warn(
              SUBJECT,
              "%s: copies of partition %s are missing or behind. Look at the brokers that hold them"
                  .formatted(topic.name(), numbers(behind))));
    }
    boolean single = topic.partitions().stream().anyMatch(each -> each.replicas().size() < 2);
    if (single && topic.name().equals(Topics.ARTICLES.name())) {
      findings.add(
          Finding.warn(
              SUBJECT,
              topic.name()
                  + " is the record of everything and has one copy: a lost disk loses it. Run three"
                  + " brokers with kafka.replicas 3, or back up its volume"));
    }
    return findings;
  }

  private static String numbers(List<Integer> partitions) {
    return partitions.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
