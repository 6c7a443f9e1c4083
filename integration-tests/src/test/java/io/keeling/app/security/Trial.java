package io.keeling.app.security;

import static org.assertj.core.api.Assertions.fail;

import io.keeling.runtime.kafka.KafkaConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Tries with a user's connection what that user has no right to, each thing by itself: another
 * answer than a refusal fails. Not for sharing between threads.
 */
final class Trial {

  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final KafkaConnection connection;

  Trial(KafkaConnection connection) {
    this.connection = connection;
  }

  /** Tries to read the first partition of topics. */
  void cannotRead(Collection<String> topics) {
    Set<String> open = new HashSet<>(topics);
    Instant end = Instant.now().plus(LONGEST);
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(Map.of())) {
      while (!open.isEmpty()) {
        List<TopicPartition> partitions =
            open.stream().map(topic -> new TopicPartition(topic, 0)).toList();
        consumer.assign(partitions);
        try {
          consumer.seekToBeginning(partitions);
          consumer.poll(Duration.ofMillis(200)).forEach(record -> fail("read " + record.topic()));
        } catch (TopicAuthorizationException e) {
          open.removeAll(e.unauthorizedTopics());
        }
        if (Instant.now().isAfter(end)) {
          fail("not refused to read: " + open);
        }
      }
    }
  }

  /** Tries to write to topics. */
  void cannotWrite(Collection<String> topics) throws Exception {
    Map<String, Object> properties = properties();
    // An idempotent producer needs a right of its own before it comes to the topic's.
    properties.put("enable.idempotence", false);
    try (var producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (String topic : topics) {
        var sent = producer.send(new ProducerRecord<>(topic, new byte[1], new byte[1]));
        refused("write to " + topic, () -> sent.get(LONGEST.toSeconds(), TimeUnit.SECONDS));
      }
    }
  }

  /** Tries to join groups. */
  void cannotJoin(Collection<String> groups, String readable) throws Exception {
    for (String group : groups) {
      try (var consumer = consumer(Map.of("group.id", group))) {
        consumer.subscribe(List.of(readable));
        refused("join " + group, () -> consumer.poll(LONGEST));
      }
    }
  }

  /** Tries to write in transactions of others. */
  void cannotTransact(Collection<String> ids) throws Exception {
    for (String id : ids) {
      Map<String, Object> properties = properties();
      properties.put("transactional.id", id);
      try (var producer =
          new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
        refused("transact as " + id, producer::initTransactions);
      }
    }
  }

  /** Tries to do what is an administrator's. */
  void cannotAdminister(String topic) throws Exception {
    try (Admin admin = Admin.create(properties())) {
      NewTopic another = new NewTopic("another", 1, (short) 1);
      refused("create a topic", admin.createTopics(List.of(another)).all());
      refused("delete " + topic, admin.deleteTopics(List.of(topic)).all());
      refused("see rights", admin.describeAcls(AclBindingFilter.ANY).values());
    }
  }

  private interface Attempt {
    void run() throws Exception;
  }

  private static void refused(String what, KafkaFuture<?> answer) throws Exception {
    refused(what, () -> answer.get(LONGEST.toSeconds(), TimeUnit.SECONDS));
  }

  private static void refused(String what, Attempt attempt) throws Exception {
    try {
      attempt.run();
    } catch (AuthorizationException e) {
      return;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AuthorizationException) {
        return;
      }
      throw e;
    }
    fail("not refused: " + what);
  }

  private KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> more) {
    Map<String, Object> properties = properties();
    properties.putAll(more);
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private Map<String, Object> properties() {
    Map<String, Object> properties = connection.clientProperties();
    properties.put("client.id", RecordingAuthorizer.TRIAL);
    return properties;
  }
}
