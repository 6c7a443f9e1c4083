package io.keeling.sink.run;

import io.keeling.runtime.tracing.Detail;
import io.keeling.runtime.tracing.Step;
import io.keeling.runtime.tracing.Tracing;
import io.keeling.sink.batch.Batch;
import io.keeling.sink.batch.BatchItem;
import io.keeling.sink.reading.RecordReading.Store;
import java.time.Instant;

/** Tells a tracing system of a batch that is stored. */
final class StoreSteps {

  private StoreSteps() {}

  /**
   * A batch was stored: one step for all of it, and one for each article in the trace of that.
   *
   * @param began when its transaction began
   */
  static void tell(Tracing tracing, Batch batch, Instant began) {
    if (!tracing.isOn()) {
      return;
    }
    try (Step together =
        tracing.together(
            "store-batch",
            batch.items().stream().map(item -> item.record().headers()).toList(),
            began)) {
      together.about(Detail.RECORDS, batch.items().size());
      for (BatchItem item : batch.items()) {
        if (item.reading() instanceof Store store) {
          try (Step step = tracing.next("store", item.record().headers(), began)) {
            step.linked(together.context())
                .about(Detail.ARTICLE, store.id())
                .about(Detail.REVISION, store.article().revision());
          }
        }
      }
    }
  }
}
