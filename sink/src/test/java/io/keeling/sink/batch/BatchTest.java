package io.keeling.sink.batch;

import static io.keeling.sink.Fixtures.enriched;
import static io.keeling.sink.Fixtures.id;
import static io.keeling.sink.Fixtures.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keeling.contract.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class BatchTest {

  private static final TopicPartition PARTITION = new TopicPartition(Topics.ENRICHED.name(), 0);

  @Test
  void cutsByNumberOfRecords() {
    assertThat(offsets(Batch.cut(items(5), 2, Long.MAX_VALUE)))
        .containsExactly(List.of(0L, 1L), List.of(2L, 3L), List.of(4L));
  }

  @Test
  void cutsByBytesAndGivesALargeRecordABatchOfItsOwn() {
    List<BatchItem> items = items(3);
    assertThat(offsets(Batch.cut(items, 10, 2L * items.get(0).bytes())))
        .containsExactly(List.of(0L, 1L), List.of(2L));
    assertThat(offsets(Batch.cut(items, 10, 1)))
        .containsExactly(List.of(0L), List.of(1L), List.of(2L));
  }

  @Test
  void nothingMakesNoBatch() {
    assertThat(Batch.cut(List.of(), 10, 10)).isEmpty();
  }

  @Test
  void goesOnAfterTheLastRecordOfEachPartition() {
    assertThat(new Batch(items(3)).nextOffsets()).isEqualTo(Map.of(PARTITION, 3L));
  }

  @Test
  void halvesKeepTheOrder() {
    assertThat(offsets(new Batch(items(5)).halves()))
        .containsExactly(List.of(0L, 1L), List.of(2L, 3L, 4L));
    assertThatThrownBy(() -> new Batch(items(1)).halves())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void halvingTheBacklogBringsEveryRecordToStandAlone() {
    PendingBatches backlog = new PendingBatches();
    backlog.add(List.of(new Batch(items(7)), new Batch(items(2))));
    List<Long> alone = new ArrayList<>();
    while (!backlog.isEmpty()) {
      if (backlog.next().items().size() > 1) {
        backlog.halve();
      } else {
        alone.add(backlog.next().items().get(0).record().offset());
        backlog.done();
      }
    }
    assertThat(alone).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 0L, 1L);
  }

  @Test
  void theBacklogForgetsPartitionsThatAreGone() {
    PendingBatches backlog = new PendingBatches();
    backlog.add(Batch.cut(items(5), 2, Long.MAX_VALUE));
    assertThat(backlog.records()).isEqualTo(5);
    backlog.drop(Set.of(new TopicPartition("another", 0)));
    assertThat(backlog.records()).isEqualTo(5);
    backlog.drop(Set.of(PARTITION));
    assertThat(backlog.isEmpty()).isTrue();
  }

  @Test
  void aBuriedRecordIsNotUnreadableAnyMoreAndStillMovesTheOffset() {
    Batch batch = new Batch(List.of(BatchItem.of(record(4, id(1), new byte[] {'x'}))));
    assertThat(batch.unreadable()).hasSize(1);
    assertThat(batch.buried().unreadable()).isEmpty();
    assertThat(batch.buried().nextOffsets()).isEqualTo(Map.of(PARTITION, 5L));
  }

  private static List<BatchItem> items(int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> BatchItem.of(record(n, enriched(n, 1))))
        .toList();
  }

  private static List<List<Long>> offsets(List<Batch> batches) {
    return batches.stream()
        .map(batch -> batch.items().stream().map(item -> item.record().offset()).toList())
        .toList();
  }
}
