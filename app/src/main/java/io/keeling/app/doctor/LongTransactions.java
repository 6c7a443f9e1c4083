package io.keeling.app.doctor;

import io.keeling.app.config.KeelingConfig;
import io.keeling.contract.topic.TopicSpec;
import io.keeling.enrich.config.EnrichConfig;
import io.keeling.ingest.source.StateNames;
import io.keeling.runtime.health.OpenTransactions;
import io.keeling.runtime.kafka.KafkaFutures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeProducersResult;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;

/**
 * Looks for transactions that are open longer than any transaction of Keeling may be. Asks the
 * leaders of partitions, which also report transactions that their coordinator has forgotten
 * (KAFKA-20734). For one thread.
 */
final class LongTransactions {

  private static final String SUBJECT = "transactions";

  /** Kafka's own topic of committed offsets, which transactions write to as well. */
  private static final String OFFSETS = "__consumer_offsets";

  private final Admin admin;
  private final KeelingConfig config;
  private final List<TopicSpec> topics;

  LongTransactions(Admin admin, KeelingConfig config, List<TopicSpec> topics) {
    this.admin = admin;
    this.config = config;
    this.topics = topics;
  }

  List<Finding> findings(Instant now) {
    Duration limit = OpenTransactions.limit(config.kafka().connection());
    Map<String, Instant> open = new TreeMap<>();
    int unseen = 0;
    List<TopicPartition> partitions = partitions();
    DescribeProducersResult answers = admin.describeProducers(partitions);
    for (TopicPartition partition : partitions) {
      try {
        for (ProducerState producer :
            KafkaFutures.get(answers.partitionResult(partition)).activeProducers()) {
          Instant last = Instant.ofEpochMilli(producer.lastTimestamp());
          if (producer.currentTransactionStartOffset().isPresent()
              && last.plus(limit).isBefore(now)) {
            open.put(OpenTransactions.place(partition, producer.producerId()), last);
          }
        }
      } catch (AuthorizationException e) {
        unseen++;
      }
    }
    if (!open.isEmpty()) {
      Instant first = open.values().stream().min(Instant::compareTo).orElseThrow();
      String line = OpenTransactions.line(first, List.copyOf(open.keySet()), open.size());
      return List.of(Finding.fail(SUBJECT, line));
    }
    return List.of(
        unseen == partitions.size() && unseen > 0
            ? Finding.warn(SUBJECT, "this user may not look for them; it needs Read on the topics")
            : Finding.ok(SUBJECT, "none is open for longer than " + limit.toSeconds() + " s"));
  }

  private List<TopicPartition> partitions() {
    Set<String> names = new TreeSet<>();
    Set<String> known =
        KafkaFutures.get(admin.listTopics(new ListTopicsOptions().listInternal(true)).names());
    for (String name : known) {
      if (name.equals(OFFSETS)
          || name.startsWith(StateNames.APPLICATION + "-")
          || name.startsWith(EnrichConfig.APPLICATION_ID + "-")
          || topics.stream().anyMatch(topic -> topic.name().equals(name))) {
        names.add(name);
      }
    }
    List<TopicPartition> result = new ArrayList<>();
    for (TopicDescription topic :
        KafkaFutures.get(admin.describeTopics(names).allTopicNames()).values()) {
      topic.partitions().stream()
          .filter(partition -> partition.leader() != null && !partition.leader().isEmpty())
          .map(partition -> new TopicPartition(topic.name(), partition.partition()))
          .forEach(result::add);
    }
    return result;
  }
}
