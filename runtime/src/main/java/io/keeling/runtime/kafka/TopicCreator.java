package io.keeling.runtime.kafka;

import io.keeling.contract.topic.TopicSpec;
import io.keeling.contract.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.utils.Utils;

/**
 * Creates Keeling's missing topics and verifies the others. Every process may run it at every
 * start, several at the same time. Not for sharing between threads.
 */
public final class TopicCreator {

  /**
   * Time limit for all brokers to learn of a topic, or to join a new cluster: this takes some
   * seconds, with room for a slow machine.
   */
  private static final Duration PROPAGATION_LIMIT = Duration.ofSeconds(30);

  /** Pause before brokers that do not know a topic yet are asked again. */
  private static final Duration PROPAGATION_PAUSE = Duration.ofMillis(100);

  /**
   * Topics that need equal numbers of partitions. The fetches and pages of a host belong to the
   * same process, and corrections are joined with their articles.
   */
  private static final List<List<TopicSpec>> CUT_ALIKE =
      List.of(List.of(Topics.FETCHES, Topics.PAGES), List.of(Topics.ARTICLES, Topics.CORRECTIONS));

  private final Admin admin;
  private final Duration limit;

  public TopicCreator(Admin admin) {
    this(admin, PROPAGATION_LIMIT);
  }

  /**
   * @param limit time for brokers to learn of each other and of their topics
   */
  public TopicCreator(Admin admin, Duration limit) {
    this.admin = admin;
    this.limit = limit;
  }

  /**
   * Creates missing topics, then verifies all.
   *
   * @param partitions number of partitions of a new topic
   * @param replicas number of replicas of a new topic; empty for the broker's default
   * @throws TopicMismatchException if the settings of a topic break the pipeline's assumptions
   * @throws KafkaException if the broker cannot be asked
   */
  public void ensure(Collection<TopicSpec> specs, int partitions, Optional<Short> replicas) {
    // Brokers learn of created and deleted topics with a delay, and those of a new cluster join one
    // after the other.
    Instant deadline = Instant.now().plus(limit);
    while (true) {
      try {
        createMissing(specs, partitions, replicas);
        verify(specs);
        return;
      } catch (UnknownTopicOrPartitionException | InvalidReplicationFactorException e) {
        if (Instant.now().isAfter(deadline)) {
          throw e;
        }
        Utils.sleep(PROPAGATION_PAUSE.toMillis());
      }
    }
  }

  private void createMissing(
      Collection<TopicSpec> specs, int partitions, Optional<Short> replicas) {
    var existing = KafkaFutures.get(admin.listTopics().names());
    List<NewTopic> missing =
        specs.stream()
            .filter(spec -> !existing.contains(spec.name()))
            .map(
                spec ->
                    new NewTopic(spec.name(), Optional.of(partitions), replicas)
                        .configs(spec.settings()))
            .toList();
    if (!missing.isEmpty()) {
      admin.createTopics(missing).values().forEach(TopicCreator::created);
    }
  }

  private static void created(String topic, KafkaFuture<Void> answer) {
    try {
      KafkaFutures.get(answer);
    } catch (TopicExistsException e) {
      // Another process created it first; verify() checks it.
    } catch (TopicAuthorizationException e) {
      throw new TopicAuthorizationException(
          "the user may neither see nor create the topic " + topic, Set.of(topic));
    }
  }

  private void verify(Collection<TopicSpec> specs) {
    List<String> mismatches = mismatches(specs);
    if (!mismatches.isEmpty()) {
      throw new TopicMismatchException(mismatches);
    }
  }

  /**
   * Returns how topics differ from the pipeline's assumptions, a line for each difference. Changes
   * nothing.
   *
   * @throws KafkaException if the broker cannot be asked, or a topic does not exist
   */
  public List<String> mismatches(Collection<TopicSpec> specs) {
    Set<ConfigResource> resources =
        specs.stream().map(TopicCreator::resource).collect(Collectors.toSet());
    Map<ConfigResource, Config> configs = KafkaFutures.get(admin.describeConfigs(resources).all());
    List<String> mismatches = new ArrayList<>();
    for (TopicSpec spec : specs) {
      Config config = Objects.requireNonNull(configs.get(resource(spec)));
      new TreeMap<>(spec.settings())
          .forEach(
              (name, wanted) -> {
                ConfigEntry entry = config.get(name);
                String found = entry == null ? null : entry.value();
                if (!wanted.equals(found)) {
                  mismatches.add(
                      "%s has %s=%s, needs %s".formatted(spec.name(), name, found, wanted));
                }
              });
    }
    for (List<TopicSpec> alike : CUT_ALIKE) {
      if (specs.containsAll(alike)) {
        mismatches.addAll(partitionMismatches(alike));
      }
    }
    return mismatches;
  }

  private List<String> partitionMismatches(List<TopicSpec> alike) {
    Set<String> names = alike.stream().map(TopicSpec::name).collect(Collectors.toSet());
    Map<String, TopicDescription> topics =
        KafkaFutures.get(admin.describeTopics(names).allTopicNames());
    long counts = topics.values().stream().map(t -> t.partitions().size()).distinct().count();
    return counts == 1
        ? List.of()
        : List.of(
            alike.stream()
                .map(s -> Objects.requireNonNull(topics.get(s.name())))
                .map(t -> t.name() + " has " + t.partitions().size())
                .collect(
                    Collectors.joining(", ", "", " partitions; they must have the same number")));
  }

  private static ConfigResource resource(TopicSpec spec) {
    return new ConfigResource(ConfigResource.Type.TOPIC, spec.name());
  }
}
