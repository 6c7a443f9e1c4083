package io.keeling.runtime.health;

import io.keeling.contract.topic.TopicSpec;
import io.keeling.runtime.kafka.KafkaConnection;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The health of a role, from {@link KafkaWatch}, {@link ProgressWatch} and {@link
 * OpenTransactions}. Threads may share it.
 */
public final class RoleHealth implements AutoCloseable {

  private final KafkaWatch kafka;
  private final ProgressWatch progress;
  private final OpenTransactions transactions;

  private RoleHealth(KafkaWatch kafka, ProgressWatch progress, OpenTransactions transactions) {
    this.kafka = kafka;
    this.progress = progress;
    this.transactions = transactions;
  }

  /**
   * Starts watching.
   *
   * @param application the Streams application that the role runs; null for none
   * @param activities returns the role's present activities; must not block
   * @param outage whether an outage outside Kafka prevents any work from being finished
   * @throws org.apache.kafka.common.KafkaException if the properties of the connection are invalid
   */
  public static RoleHealth start(
      String role,
      KafkaConnection connection,
      List<TopicSpec> reads,
      List<TopicSpec> writes,
      @Nullable String application,
      ProgressLimits limits,
      Supplier<? extends Collection<Activity>> activities,
      BooleanSupplier outage,
      MeterRegistry meters) {
    Set<String> read = names(reads);
    Set<String> topics = new LinkedHashSet<>(read);
    topics.addAll(names(writes));
    KafkaWatch kafka = KafkaWatch.start(role, connection, topics, meters);
    ProgressWatch progress =
        ProgressWatch.start(
            new ProgressWatch.Watched(
                role,
                activities,
                () -> kafka.outage() || outage.getAsBoolean(),
                kafka::writesMayWait),
            limits,
            meters);
    OpenTransactions transactions =
        OpenTransactions.watch(connection, role, read, application, meters);
    return new RoleHealth(kafka, progress, transactions);
  }

  private static Set<String> names(List<TopicSpec> topics) {
    return topics.stream()
        .map(TopicSpec::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  public boolean kafkaReachable() {
    return kafka.reachable();
  }

  /** Returns why the role does not work, one line for each problem; empty if it works. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>(kafka.problems());
    problems.addAll(progress.problems());
    problems.addAll(transactions.problems());
    return problems;
  }

  public boolean alive() {
    return progress.alive();
  }

  @Override
  public void close() {
    transactions.close();
    progress.close();
    kafka.close();
  }
}
