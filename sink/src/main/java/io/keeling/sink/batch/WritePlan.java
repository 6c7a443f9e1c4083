package io.keeling.sink.batch;

import io.keeling.sink.reading.RecordReading;
import io.keeling.sink.reading.RecordReading.Store;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The writes of a batch: first the articles to remove, then the rows.
 *
 * @param removed ids of articles that a tombstone removes
 * @param rows one row for each version of an article, with its highest revision in the batch. The
 *     current record gets a row of its own if an older fetch of the same version has a higher
 *     revision
 */
public record WritePlan(List<String> removed, List<Row> rows) {

  /**
   * A row to write.
   *
   * @param store the record
   * @param current whether it is the article's last fetch in the batch, in its highest revision,
   *     and so may become the current state
   * @param kept whether it is the highest revision of its version in the batch, and so may be
   *     stored as that version
   */
  public record Row(Store store, boolean current, boolean kept) {}

  private static final Comparator<Store> CURRENT =
      Comparator.comparing((Store store) -> store.article().article().fetchedAt())
          .thenComparing(store -> store.article().revision());

  public WritePlan {
    removed = List.copyOf(removed);
    rows = List.copyOf(rows);
  }

  /** Plans the writes for records in the order of their offsets; unreadable ones are left out. */
  public static WritePlan of(Iterable<? extends RecordReading> readings) {
    Set<String> removed = new LinkedHashSet<>();
    Map<String, List<Store>> stores = new LinkedHashMap<>();
    for (RecordReading reading : readings) {
      reading.toWrite(
          store -> stores.computeIfAbsent(store.id(), id -> new ArrayList<>()).add(store),
          remove -> {
            removed.add(remove.id());
            stores.remove(remove.id());
          });
    }
    List<Row> rows = new ArrayList<>();
    stores.values().forEach(ofOneArticle -> rows.addAll(rows(ofOneArticle)));
    return new WritePlan(List.copyOf(removed), rows);
  }

  /**
   * The rows of one article. The current record is chosen among all records before each version is
   * reduced to its highest revision. Otherwise, if the same words were fetched twice and only the
   * older fetch was tagged again, the newer fetch would not be current.
   */
  private static List<Row> rows(List<Store> ofOneArticle) {
    Store current = Collections.max(ofOneArticle, CURRENT);
    Map<String, Store> versions = new LinkedHashMap<>();
    ofOneArticle.forEach(store -> versions.merge(store.version(), store, WritePlan::higher));
    List<Row> rows = new ArrayList<>();
    versions.values().forEach(store -> rows.add(new Row(store, isSame(store, current), true)));
    if (rows.stream().noneMatch(Row::current)) {
      rows.add(new Row(current, true, false));
    }
    return rows;
  }

  private static boolean isSame(Store one, Store other) {
    return one.version().equals(other.version())
        && one.article().revision() == other.article().revision()
        && one.article().article().fetchedAt().equals(other.article().article().fetchedAt());
  }

  /** The record with the higher revision; the first if they are equal. */
  private static Store higher(Store first, Store second) {
    return second.article().revision() > first.article().revision() ? second : first;
  }
}
