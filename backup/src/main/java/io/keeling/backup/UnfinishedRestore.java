package io.keeling.backup;

import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.KafkaFutures;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * The mark of a restore that has begun to write and has not finished: a topic without records. A
 * restore that is killed leaves the mark behind, so that neither a role nor the next restore takes
 * half of the data for all of it. Not for sharing between threads; every method throws {@link
 * KafkaException} if the broker does not answer.
 */
public final class UnfinishedRestore {

  /** The topic, named so that whoever deletes all of Keeling's topics deletes it, too. */
  static final String TOPIC = "keeling.restoring";

  /** Tells an operator how to start again. */
  public static final String ANEW =
      "Delete all topics whose names begin with keeling, empty the database, and run keeling restore again; docs/backup.md says more.";

  private final KafkaConnection kafka;

  public UnfinishedRestore(KafkaConnection kafka) {
    this.kafka = kafka;
  }

  /** Sets the mark; it may be set already. */
  public void begin() {
    try (Admin admin = admin()) {
      NewTopic topic = new NewTopic(TOPIC, Optional.of(1), Optional.empty());
      KafkaFutures.get(admin.createTopics(List.of(topic)).all());
    } catch (TopicExistsException e) {
      // The mark was left by a restore that was killed before it had written anything.
    }
  }

  /** Removes the mark. */
  public void end() {
    try (Admin admin = admin()) {
      KafkaFutures.get(admin.deleteTopics(Set.of(TOPIC)).all());
    } catch (UnknownTopicOrPartitionException e) {
      // Somebody has removed it already.
    }
  }

  /** Whether the mark is set. */
  public boolean isSet() {
    try (Admin admin = admin()) {
      return isSet(admin);
    }
  }

  /** Whether the mark is set, as far as the given client may see its topic. */
  public static boolean isSet(Admin admin) {
    return KafkaFutures.get(admin.listTopics().names()).contains(TOPIC);
  }

  private Admin admin() {
    return Admin.create(kafka.clientProperties());
  }
}
