package io.keeling.app.kafka;

import io.keeling.app.config.KafkaConfig;
import io.keeling.app.failure.UserException;
import io.keeling.backup.UnfinishedRestore;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.topic.TopicSpec;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.KafkaFutures;
import io.keeling.runtime.kafka.TopicCreator;
import io.keeling.runtime.kafka.TopicMismatchException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Makes the first contact with Kafka: checks whether it answers, and whether its topics are as
 * Keeling needs them.
 */
public final class Kafka {

  /** Time limit for a broker's answer: TLS and login take seconds on a busy machine. */
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(20);

  private Kafka() {}

  /**
   * Returns the connection once a broker has answered on it.
   *
   * @throws UserException if no broker answers within twenty seconds, or if it refuses this client
   */
  public static KafkaConnection reachable(KafkaConnection kafka) {
    // The request has its own time limit, as closing waits until every request has ended.
    DescribeClusterOptions limit =
        new DescribeClusterOptions().timeoutMs((int) ANSWER_TIMEOUT.toMillis());
    try (Admin admin = admin(kafka)) {
      KafkaFutures.get(admin.describeCluster(limit).nodes());
      return kafka;
    } catch (KafkaException e) {
      throw KafkaFailures.of(kafka, e);
    }
  }

  /**
   * Returns the connection once a broker has answered and one of Keeling's topics has been found.
   *
   * @throws UserException as above, or if the topic does not exist: Keeling never ran on this Kafka
   */
  public static KafkaConnection reachable(KafkaConnection kafka, TopicSpec topic) {
    reachable(kafka);
    try (Admin admin = admin(kafka)) {
      KafkaFutures.get(admin.describeTopics(Set.of(topic.name())).allTopicNames());
      return kafka;
    } catch (UnknownTopicOrPartitionException e) {
      throw new UserException(
          "Kafka at %s has no topic %s. Is it Keeling's? Set kafka.bootstrapServers, or start Keeling once, which makes its topics."
              .formatted(kafka.bootstrapServers(), topic.name()),
          e);
    } catch (KafkaException e) {
      throw KafkaFailures.of(kafka, e);
    }
  }

  /**
   * Creates missing topics and verifies the others. Warns in the log of brokers of a release that
   * loses transactions.
   *
   * @throws UserException if no broker answers, a restore is incomplete, a topic has other settings
   *     than Keeling needs, or this client may not see or create a topic
   */
  public static void ensureTopics(KafkaConfig config, List<TopicSpec> topics) {
    KafkaConnection kafka = reachable(config.connection());
    int replicas = config.replicas();
    try (Admin admin = admin(kafka)) {
      if (UnfinishedRestore.isSet(admin)) {
        throw new UserException(
            "a restore into Kafka at %s is under way or did not finish. If it has ended, the data there is incomplete. %s"
                .formatted(kafka.bootstrapServers(), UnfinishedRestore.ANEW));
      }
      BrokerReleases.warn(admin);
      new TopicCreator(admin)
          .ensure(
              topics,
              config.partitions(),
              replicas == 0 ? Optional.empty() : Optional.of((short) replicas));
    } catch (TopicMismatchException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    } catch (KafkaException e) {
      UserException refusal = KafkaFailures.refusal(kafka, e);
      if (refusal != null) {
        throw refusal;
      }
      throw new UserException(
          "cannot create Keeling's topics on " + kafka.bootstrapServers() + ": " + e.getMessage(),
          e);
    }
  }

  private static Admin admin(KafkaConnection kafka) {
    return admin(kafka, ANSWER_TIMEOUT, ANSWER_TIMEOUT.multipliedBy(2));
  }

  /** Creates an admin client with a time limit for each answer. */
  public static Admin admin(KafkaConnection kafka, Duration patience) {
    return admin(kafka, patience, patience);
  }

  private static Admin admin(KafkaConnection kafka, Duration request, Duration answer) {
    Map<String, Object> properties = kafka.clientProperties();
    properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) request.toMillis());
    properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) answer.toMillis());
    return Admin.create(properties);
  }

  /**
   * Writes records, and returns once the brokers have all of them.
   *
   * @throws KafkaException if the brokers refuse a record
   */
  public static void write(KafkaConnection kafka, List<ProducerRecord<String, byte[]>> records) {
    if (records.isEmpty()) {
      return;
    }
    List<Future<RecordMetadata>> answers = new ArrayList<>();
    KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            kafka.producerProperties(), new StringSerializer(), new ByteArraySerializer());
    try {
      records.forEach(record -> answers.add(producer.send(record)));
      producer.flush();
    } finally {
      producer.close(ANSWER_TIMEOUT);
    }
    answers.forEach(KafkaFutures::get);
  }

  /** Returns the headers of a record that begins a trace. */
  public static Headers newTrace() {
    Headers headers = new RecordHeaders();
    HeaderValues.put(headers, HeaderNames.TRACE, UUID.randomUUID().toString());
    return headers;
  }
}
