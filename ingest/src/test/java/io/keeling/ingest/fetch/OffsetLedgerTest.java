package io.keeling.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class OffsetLedgerTest {

  private static final TopicPartition PARTITION = new TopicPartition("t", 0);

  private final OffsetLedger ledger = new OffsetLedger();

  private void take(long... offsets) {
    for (long offset : offsets) {
      ledger.taken(PARTITION, offset);
    }
  }

  @Test
  void onlyWhatIsBeforeTheFirstUnfinishedRecordMayBeCommitted() {
    take(5, 6, 7);
    ledger.finished(PARTITION, 6);
    assertThat(ledger.committable(p -> "")).containsEntry(PARTITION, new OffsetAndMetadata(5));

    ledger.finished(PARTITION, 5);
    assertThat(ledger.committable(p -> "")).containsEntry(PARTITION, new OffsetAndMetadata(7));

    ledger.finished(PARTITION, 7);
    assertThat(ledger.committable(p -> "")).containsEntry(PARTITION, new OffsetAndMetadata(8));
    assertThat(ledger.unfinished()).isZero();
  }

  @Test
  void whatIsCommittedIsNotCommittedAgain() {
    take(0);
    ledger.finished(PARTITION, 0);
    ledger.committed(Map.of(PARTITION, new OffsetAndMetadata(1)));

    assertThat(ledger.committable(p -> "")).isEmpty();
  }

  @Test
  void aNewNoteIsCommittedThoughTheOffsetIsTheSame() {
    take(0);
    ledger.finished(PARTITION, 0);
    ledger.committed(Map.of(PARTITION, new OffsetAndMetadata(1, "a")));

    assertThat(ledger.committable(p -> "a")).isEmpty();
    assertThat(ledger.committable(p -> "b"))
        .containsEntry(PARTITION, new OffsetAndMetadata(1, "b"));
  }

  @Test
  void aPartitionThatWasGivenUpIsForgotten() {
    take(3);
    ledger.forget(List.of(PARTITION));
    ledger.finished(PARTITION, 3);

    assertThat(ledger.committable(p -> "")).isEmpty();
    assertThat(ledger.unfinished()).isZero();
  }

  @Test
  void theNextOwnerTakesOnlyWhatTheLastLeftUnfinished() {
    take(5, 6, 7, 9);
    ledger.finished(PARTITION, 6);
    ledger.finished(PARTITION, 9);
    OffsetLedger next = new OffsetLedger();

    next.assigned(PARTITION, new OffsetAndMetadata(5, ledger.note(PARTITION) + " p1:2"));

    assertThat(next.taken(PARTITION, 5)).isTrue();
    assertThat(next.taken(PARTITION, 6)).isFalse();
    assertThat(next.note(PARTITION)).as("what is still to come").isEqualTo(ledger.note(PARTITION));
    assertThat(next.taken(PARTITION, 7)).isTrue();
    assertThat(next.taken(PARTITION, 9)).isFalse();
    assertThat(next.taken(PARTITION, 10)).isTrue();
    assertThat(next.unfinished()).isEqualTo(3);
  }

  @Test
  void withoutAReadableNoteEverythingIsTakenAgain() {
    ledger.assigned(PARTITION, new OffsetAndMetadata(5, "another program's"));

    assertThat(ledger.taken(PARTITION, 5)).isTrue();
    assertThat(ledger.taken(PARTITION, 6)).isTrue();
  }

  @Test
  void tooManyUnfinishedRecordsAreNotNamed() {
    for (int i = 0; i < 2_000; i++) {
      take(i);
    }
    ledger.finished(PARTITION, 1_000);

    assertThat(ledger.note(PARTITION)).isEmpty();
  }
}
