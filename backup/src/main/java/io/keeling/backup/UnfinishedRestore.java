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
 * The mark of a restore that has begun to write and is not finished: a topic without records. A
 * restore that was killed leaves the mark behind, so that neither a role nor the next restore
 * mistakes the partial data for the whole. Not thread-safe. Every method throws {@link
 * KafkaException} if the broker does not answer.
 */
public final class UnfinishedRestore {

  /** Named like Keeling's topics, so that whoever deletes all of those deletes the mark too. */
  static final String TOPIC = "keeling.restoring";

  /** Instruction how to start again. */
  public static final String ANEW =
      "Delete all topics whose names begin with keeling, empty the database, and run keeling restore again; docs/backup.md says more.";

  private final KafkaConnection kafka;

  public UnfinishedRestore(KafkaConnection kafka) {
    this.kafka = kafka;
  }

  /** Sets the mark; it may be there already. */
  public void begin() {
    try (Admin admin = admin()) {
      NewTopic topic = new NewTopic(TOPIC, Optional.of(1), Optional.empty());
      KafkaFutures.get(admin.createTopics(List.of(topic)).all());
    } catch (TopicExistsException e) {
      // Left by a restore that was killed before it had written anything.
    }
  }

  /** Removes the mark. */
  public void end() {
    try (Admin admin = admin()) {
      KafkaFutures.get(admin.deleteTopics(Set.of(TOPIC)).all());
    } catch (UnknownTopicOrPartitionException e) {
      // Somebody has already removed the mark.
    }
  }

  /** Whether the mark is set. */
  public boolean isSet() {
    try (Admin admin = admin()) {
      return isSet(admin);
    }
  }

  /** Whether the mark is set, by the caller's client; false if the client may not see it. */
  public static boolean isSet(Admin admin) {
    return KafkaFutures.get(admin.listTopics().names()).contains(TOPIC);
  }

  private Admin admin() {
    return Admin.create(kafka.clientProperties());
  }
}
