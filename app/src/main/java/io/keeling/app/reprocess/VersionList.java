package io.keeling.app.reprocess;

import io.keeling.app.kafka.RecordAt;
import io.keeling.app.kafka.RecordPosition;
import io.keeling.contract.article.Article;
import io.keeling.contract.topic.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;

/** The positions of each version of an article in {@code keeling.articles}. For one thread. */
final class VersionList {

  /** Sorts by position, so that records are read sequentially as far as possible. */
  static final Comparator<VersionList> BY_PLACE =
      Comparator.comparingInt((VersionList list) -> list.newest().place().partition())
          .thenComparingLong(list -> list.newest().place().offset());

  private record Version(String version, Instant fetchedAt, RecordPosition place) {
    boolean is(Version other) {
      return version.equals(other.version);
    }
  }

  private final List<Version> versions = new ArrayList<>(1);
  private String source = "";
  private long storedAt;

  /** Adds a record; a version that was sent again counts once. */
  void add(Article article, ConsumerRecord<byte[], byte[]> record) {
    Version version =
        new Version(article.version(), article.fetchedAt(), RecordPosition.of(record));
    for (Version known : versions) {
      if (known.version().equals(version.version())
          && known.fetchedAt().equals(version.fetchedAt())) {
        return;
      }
    }
    int end = versions.size();
    while (end > 0 && versions.get(end - 1).fetchedAt().isAfter(version.fetchedAt())) {
      end--;
    }
    versions.add(end, version);
    if (end == versions.size() - 1) {
      source = article.source().id();
      storedAt = record.timestamp();
    }
  }

  /** Returns when the latest version was fetched. */
  Instant newestFetch() {
    return newest().fetchedAt();
  }

  private Version newest() {
    return versions.get(versions.size() - 1);
  }

  boolean isIn(RecordSelection selection) {
    return selection.accepts(source)
        && (selection.since() == null || storedAt >= selection.since().toEpochMilli());
  }

  /**
   * Returns each version once, in order of fetching. A version that returned after another version
   * appears only at its latest position.
   */
  private List<Version> each() {
    List<Version> each = new ArrayList<>();
    for (Version version : versions) {
      boolean same = !each.isEmpty() && each.get(each.size() - 1).is(version);
      if (!same) {
        each.removeIf(version::is);
        each.add(version);
      }
    }
    return each;
  }

  List<ConsumerRecord<byte[], byte[]>> records(RecordAt reader) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (Version version : each()) {
      RecordPosition place = version.place();
      var record = reader.read(Topics.ARTICLES.name(), place.partition(), place.offset());
      if (record == null) {
        throw new KafkaException(
            Topics.ARTICLES.name()
                + " no longer has what it had a moment ago in partition "
                + place.partition());
      }
      records.add(record);
    }
    return records;
  }
}
