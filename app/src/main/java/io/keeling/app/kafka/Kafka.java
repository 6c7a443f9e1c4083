package io.keeling.app.kafka;

import io.keeling.app.UserException;
import io.keeling.app.config.KafkaConfig;
import io.keeling.contract.topic.KafkaConnection;
import io.keeling.contract.topic.TopicCreator;
import io.keeling.contract.topic.TopicMismatchException;
import io.keeling.contract.topic.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;

/** First contact with Kafka: whether it is there, and whether its topics are what Keeling needs. */
public final class Kafka {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Kafka() {}

  /**
   * Returns the connection once a broker has answered on it.
   *
   * @throws UserException if none does within ten seconds
   */
  public static KafkaConnection reachable(KafkaConnection kafka) {
    try (Admin admin = admin(kafka)) {
      admin.describeCluster().nodes().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return kafka;
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw unreachable(kafka, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable(kafka, e);
    }
  }

  /**
   * Creates the topics that are missing and verifies the others.
   *
   * @throws UserException if no broker answers, or a topic has other settings than Keeling needs
   */
  public static void ensureTopics(KafkaConfig config) {
    ensureTopics(config.connection(), config.partitions(), config.replicas());
  }

  /** As above, for a connection that is not the configured one. */
  public static void ensureTopics(KafkaConnection kafka, int partitions, int replicas) {
    reachable(kafka);
    try (Admin admin = admin(kafka)) {
      new TopicCreator(admin)
          .ensure(
              Topics.ALL,
              partitions,
              replicas == 0 ? Optional.empty() : Optional.of((short) replicas));
    } catch (TopicMismatchException e) {
      throw new UserException(e.getMessage(), e);
    } catch (KafkaException e) {
      throw new UserException(
          "cannot create Keeling's topics on " + kafka.bootstrapServers() + ": " + e.getMessage(),
          e);
    }
  }

  private static Admin admin(KafkaConnection kafka) {
    Map<String, Object> properties = kafka.clientProperties();
    properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis() * 3);
    return Admin.create(properties);
  }

  private static UserException unreachable(KafkaConnection kafka, Exception cause) {
    return new UserException(
        "no Kafka answers at %s. Start it, or set kafka.bootstrapServers; \"keeling up\" brings its own."
            .formatted(kafka.bootstrapServers()),
        cause);
  }
}
