package io.keeling.app.killing;

import io.keeling.runtime.kafka.KafkaConnection;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.TopicPartition;

/**
 * Transactions that were open when this was made and have not ended since, on any partition of the
 * cluster, Kafka's own among them. Not for sharing between threads.
 */
final class LastingTransactions implements AutoCloseable {

  private final Admin admin;
  private final Set<TopicPartition> partitions;
  private final Set<String> lasting;

  LastingTransactions(KafkaConnection kafka) throws ExecutionException, InterruptedException {
    this.admin = Admin.create(kafka.clientProperties());
    this.partitions = partitions();
    this.lasting = new HashSet<>(open());
  }

  /** Those that are open still. */
  Set<String> left() throws ExecutionException, InterruptedException {
    if (!lasting.isEmpty()) {
      lasting.retainAll(open());
    }
    return Set.copyOf(lasting);
  }

  private Set<String> open() throws ExecutionException, InterruptedException {
    Set<String> result = new HashSet<>();
    admin
        .describeProducers(partitions)
        .all()
        .get()
        .forEach(
            (partition, state) ->
                state.activeProducers().stream()
                    .filter(producer -> producer.currentTransactionStartOffset().isPresent())
                    .forEach(
                        producer ->
                            result.add(
                                "%s from offset %d by producer %d"
                                    .formatted(
                                        partition,
                                        producer.currentTransactionStartOffset().getAsLong(),
                                        producer.producerId()))));
    result.addAll(undone());
    return result;
  }

  /** Those that are decided and have not reached all partitions. */
  private Set<String> undone() throws ExecutionException, InterruptedException {
    Collection<TransactionListing> listed =
        admin
            .listTransactions(
                new ListTransactionsOptions()
                    .filterStates(
                        List.of(TransactionState.PREPARE_COMMIT, TransactionState.PREPARE_ABORT)))
            .all()
            .get();
    Set<String> ids =
        listed.stream().map(TransactionListing::transactionalId).collect(Collectors.toSet());
    return admin.describeTransactions(ids).all().get().entrySet().stream()
        .map(
            each ->
                "%s, %s, begun at %s"
                    .formatted(
                        each.getKey(),
                        each.getValue().state(),
                        each.getValue().transactionStartTimeMs()))
        .collect(Collectors.toSet());
  }

  private Set<TopicPartition> partitions() throws ExecutionException, InterruptedException {
    Set<String> topics =
        admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get().stream()
            // The record of transactions itself is in none.
            .filter(name -> !name.equals("__transaction_state"))
            .collect(Collectors.toSet());
    return admin.describeTopics(topics).allTopicNames().get().values().stream()
        .flatMap(
            topic ->
                topic.partitions().stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition())))
        .collect(Collectors.toSet());
  }

  @Override
  public void close() {
    admin.close();
  }
}
