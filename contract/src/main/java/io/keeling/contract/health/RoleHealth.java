package io.keeling.contract.health;

import io.keeling.contract.topic.KafkaConnection;
import io.keeling.contract.topic.TopicSpec;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Whether a role can work and does: {@link KafkaWatch} and {@link ProgressWatch} together. Threads
 * may share it.
 */
public final class RoleHealth implements AutoCloseable {

  private final KafkaWatch kafka;
  private final ProgressWatch progress;

  private RoleHealth(KafkaWatch kafka, ProgressWatch progress) {
    this.kafka = kafka;
    this.progress = progress;
  }

  /**
   * Starts watching.
   *
   * @param topics what the role reads and writes
   * @param activities what works, at this moment; must not wait for anything
   * @param outage whether something beside Kafka is away without which nothing can be finished
   * @throws org.apache.kafka.common.KafkaException if the properties of the connection are invalid
   */
  public static RoleHealth start(
      String role,
      KafkaConnection connection,
      List<TopicSpec> topics,
      ProgressLimits limits,
      Supplier<? extends Collection<Activity>> activities,
      BooleanSupplier outage,
      MeterRegistry meters) {
    KafkaWatch kafka =
        KafkaWatch.start(role, connection, topics.stream().map(TopicSpec::name).toList(), meters);
    return new RoleHealth(
        kafka,
        ProgressWatch.start(
            role, limits, activities, () -> kafka.outage() || outage.getAsBoolean(), meters));
  }

  /** Whether Kafka answers. */
  public boolean kafkaReachable() {
    return kafka.reachable();
  }

  /** What keeps the role from working, a line each; none if nothing does. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>(kafka.problems());
    problems.addAll(progress.problems());
    return problems;
  }

  /** False once only a restart may help. */
  public boolean alive() {
    return progress.alive();
  }

  /** Stops watching, at once. */
  @Override
  public void close() {
    progress.close();
    kafka.close();
  }
}
