package io.keeling.sink.batch;

import io.keeling.sink.reading.Reading;
import io.keeling.sink.reading.Reading.Remove;
import io.keeling.sink.reading.Reading.Store;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a batch comes down to: articles to remove first, then the rows to write. Immutable and safe
 * to share between threads.
 *
 * @param removed ids of articles that a tombstone removes, whatever is stored of them
 * @param rows one for each version of an article: the highest revision of it in the batch
 */
public record WritePlan(List<String> removed, List<Row> rows) {

  /**
   * A version to keep.
   *
   * @param store what the record says
   * @param current whether it is the one fetched last of its article in the batch, in its highest
   *     revision, and so may become the current state
   */
  public record Row(Store store, boolean current) {}

  private static final Comparator<Store> CURRENT =
      Comparator.comparing((Store store) -> store.article().article().fetchedAt())
          .thenComparing(store -> store.article().revision());

  public WritePlan {
    removed = List.copyOf(removed);
    rows = List.copyOf(rows);
  }

  /** Plans the write of records in the order of their offsets; unreadable ones are left out. */
  public static WritePlan of(Iterable<? extends Reading> readings) {
    Set<String> removed = new LinkedHashSet<>();
    // By article, then by version.
    Map<String, Map<String, Store>> kept = new LinkedHashMap<>();
    for (Reading reading : readings) {
      if (reading instanceof Remove remove) {
        removed.add(remove.id());
        kept.remove(remove.id());
      } else if (reading instanceof Store store) {
        kept.computeIfAbsent(store.id(), id -> new LinkedHashMap<>())
            .merge(store.version(), store, WritePlan::higher);
      }
    }
    List<Row> rows = new ArrayList<>();
    kept.values()
        .forEach(
            versions -> {
              Store current = Collections.max(versions.values(), CURRENT);
              versions
                  .values()
                  .forEach(
                      store -> rows.add(new Row(store, store.version().equals(current.version()))));
            });
    return new WritePlan(List.copyOf(removed), rows);
  }

  /** The higher revision; of the same revision, the one that came first. */
  private static Store higher(Store first, Store second) {
    return second.article().revision() > first.article().revision() ? second : first;
  }
}
