package io.keeling.contract.topic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.utils.Utils;

/**
 * Creates Keeling's topics where they are missing and verifies them where they are present. Every
 * process may run it at every start, several at once. Not for sharing between threads.
 */
public final class TopicCreator {

  private static final Duration PROPAGATION_LIMIT = Duration.ofSeconds(30);
  private static final Duration PROPAGATION_PAUSE = Duration.ofMillis(100);

  private final Admin admin;

  public TopicCreator(Admin admin) {
    this.admin = admin;
  }

  /**
   * Creates what is missing, then verifies everything.
   *
   * @param specs the topics
   * @param partitions how many partitions a new topic gets
   * @param replicas how many replicas a new topic gets; empty for the broker's default
   * @throws TopicMismatchException if a topic has other settings than the pipeline relies on
   * @throws org.apache.kafka.common.KafkaException if the broker cannot be asked
   */
  public void ensure(Collection<TopicSpec> specs, int partitions, Optional<Short> replicas) {
    var existing = get(admin.listTopics().names());
    for (TopicSpec spec : specs) {
      if (!existing.contains(spec.name())) {
        create(spec, partitions, replicas);
      }
    }
    verifyOnceKnown(specs);
  }

  /** A topic that was just created may take a moment until every broker knows it. */
  private void verifyOnceKnown(Collection<TopicSpec> specs) {
    Instant deadline = Instant.now().plus(PROPAGATION_LIMIT);
    while (true) {
      try {
        verify(specs);
        return;
      } catch (UnknownTopicOrPartitionException e) {
        if (Instant.now().isAfter(deadline)) {
          throw e;
        }
        Utils.sleep(PROPAGATION_PAUSE.toMillis());
      }
    }
  }

  private void create(TopicSpec spec, int partitions, Optional<Short> replicas) {
    NewTopic topic =
        new NewTopic(spec.name(), Optional.of(partitions), replicas).configs(spec.settings());
    try {
      get(admin.createTopics(List.of(topic)).all());
    } catch (TopicExistsException e) {
      // Another process was faster; verify() looks at what it made.
    }
  }

  private void verify(Collection<TopicSpec> specs) {
    Map<ConfigResource, TopicSpec> resources =
        specs.stream()
            .collect(
                Collectors.toMap(
                    s -> new ConfigResource(ConfigResource.Type.TOPIC, s.name()), s -> s));
    Map<ConfigResource, Config> configs = get(admin.describeConfigs(resources.keySet()).all());
    List<String> mismatches = new ArrayList<>();
    configs.forEach(
        (resource, config) -> {
          for (String name : new TreeSet<>(resources.get(resource).settings().keySet())) {
            String wanted = resources.get(resource).settings().get(name);
            String found = config.get(name) == null ? null : config.get(name).value();
            if (!wanted.equals(found)) {
              mismatches.add(
                  "%s has %s=%s, needs %s".formatted(resource.name(), name, found, wanted));
            }
          }
        });
    mismatches.addAll(partitionMismatches());
    if (!mismatches.isEmpty()) {
      throw new TopicMismatchException(mismatches);
    }
  }

  /** Pages answer fetches in the same process, host by host, so the two must be cut alike. */
  private List<String> partitionMismatches() {
    Collection<String> names = List.of(Topics.FETCHES.name(), Topics.PAGES.name());
    if (!get(admin.listTopics().names()).containsAll(names)) {
      return List.of();
    }
    Map<String, TopicDescription> topics = get(admin.describeTopics(names).allTopicNames());
    int fetches = topics.get(Topics.FETCHES.name()).partitions().size();
    int pages = topics.get(Topics.PAGES.name()).partitions().size();
    return fetches == pages
        ? List.of()
        : List.of(
            "keeling.fetches has %d partitions, keeling.pages %d: they need the same"
                .formatted(fetches, pages));
  }

  private static <T> T get(org.apache.kafka.common.KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new org.apache.kafka.common.KafkaException(e.getCause());
    } catch (InterruptedException e) {
      throw new org.apache.kafka.common.errors.InterruptException(e);
    }
  }
}
