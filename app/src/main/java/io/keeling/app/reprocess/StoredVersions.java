package io.keeling.app.reprocess;

import io.keeling.app.kafka.RecordPosition;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** The versions of an article in {@code keeling.articles}. For one thread. */
final class StoredVersions {

  private final Set<String> versions = new HashSet<>(2);
  private String current = "";

  private Instant fetchedAt = Instant.MIN;
  private RecordPosition place = new RecordPosition(0, 0);

  void add(String version, Instant fetched, RecordPosition where) {
    versions.add(version);
    if (!fetched.isBefore(fetchedAt)) {
      current = version;
      fetchedAt = fetched;
      place = where;
    }
  }

  String current() {
    return current;
  }

  RecordPosition place() {
    return place;
  }

  /** Whether ingest would publish the version, and enrich make it the current one. */
  boolean isNews(String version, Instant fetched) {
    return fetched.isAfter(fetchedAt) || (fetched.equals(fetchedAt) && !versions.contains(version));
  }
}
