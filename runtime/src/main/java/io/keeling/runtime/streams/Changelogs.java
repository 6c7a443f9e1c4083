package io.keeling.runtime.streams;

import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.KafkaFutures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;

/**
 * Creates the changelog topics of stores that a new release adds.
 *
 * <p>Kafka Streams leaves this to the leader of the group. In a rolling upgrade the leader often
 * still runs the old release, which does not know the new store. The tasks of new instances would
 * wait for its changelog until the last old instance has stopped. Therefore each instance creates
 * missing changelogs before it joins.
 */
public final class Changelogs {

  private static final String REPARTITION = "-repartition";

  private Changelogs() {}

  /**
   * Creates missing changelogs of the topology's stores if the application has ever run on this
   * cluster; otherwise Streams itself creates everything. All stores must be logged, and none
   * windowed.
   *
   * @param settings Streams' properties: the application's id, and settings of its topics
   * @throws KafkaException if the broker cannot be asked, or refuses the request
   */
  public static void create(KafkaConnection kafka, Topology topology, Properties settings) {
    String application = settings.getProperty(StreamsConfig.APPLICATION_ID_CONFIG);
    try (Admin admin = Admin.create(kafka.clientProperties())) {
      Set<String> topics = KafkaFutures.get(admin.listTopics().names());
      if (topics.stream().noneMatch(topic -> topic.startsWith(application + "-"))) {
        return;
      }
      for (TopologyDescription.Subtopology part : topology.describe().subtopologies()) {
        List<String> missing =
            stores(part).stream()
                .map(store -> application + "-" + store + "-changelog")
                .filter(topic -> !topics.contains(topic))
                .toList();
        if (!missing.isEmpty()) {
          int partitions = partitions(admin, sources(part, application), topics);
          if (partitions > 0) {
            missing.forEach(topic -> create(admin, topic, partitions, settings));
          }
        }
      }
    }
  }

  /** TopicCreator also reads a topic's settings, which enrich has no right to do. */
  private static void create(Admin admin, String topic, int partitions, Properties settings) {
    Map<String, String> configs = new HashMap<>();
    configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
    configs.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime");
    settings.forEach(
        (name, value) -> {
          if (name.toString().startsWith(StreamsConfig.TOPIC_PREFIX)) {
            configs.put(
                name.toString().substring(StreamsConfig.TOPIC_PREFIX.length()), value.toString());
          }
        });
    Optional<Short> replicas =
        Optional.ofNullable(settings.get(StreamsConfig.REPLICATION_FACTOR_CONFIG))
            .map(factor -> Short.valueOf(factor.toString()))
            .filter(factor -> factor > 0);
    NewTopic changelog = new NewTopic(topic, Optional.of(partitions), replicas).configs(configs);
    try {
      KafkaFutures.get(admin.createTopics(List.of(changelog)).all());
    } catch (TopicExistsException e) {
      // Another instance created it first.
    }
  }

  private static Set<String> stores(TopologyDescription.Subtopology part) {
    Set<String> stores = new TreeSet<>();
    for (TopologyDescription.Node node : part.nodes()) {
      if (node instanceof TopologyDescription.Processor processor) {
        stores.addAll(processor.stores());
      }
    }
    return stores;
  }

  /** Returns the topics whose partitions become tasks. */
  private static List<String> sources(TopologyDescription.Subtopology part, String application) {
    List<String> sources = new ArrayList<>();
    for (TopologyDescription.Node node : part.nodes()) {
      if (node instanceof TopologyDescription.Source source) {
        for (String topic : source.topicSet()) {
          sources.add(topic.endsWith(REPARTITION) ? application + "-" + topic : topic);
        }
      }
    }
    return sources;
  }

  private static int partitions(Admin admin, List<String> sources, Set<String> topics) {
    List<String> present = sources.stream().filter(topics::contains).toList();
    return KafkaFutures.get(admin.describeTopics(present).allTopicNames()).values().stream()
        .map(TopicDescription::partitions)
        .mapToInt(List::size)
        .max()
        .orElse(0);
  }
}
