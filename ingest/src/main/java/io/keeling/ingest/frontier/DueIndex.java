package io.keeling.ingest.frontier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The links and sources of each host in the order in which they are due. Not thread-safe. */
final class DueIndex {

  private static final byte[] PRESENT = {1};

  private final KeyValueStore<String, byte[]> store;

  DueIndex(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  void put(String host, Instant due, String reference) {
    store.put(key(host, due) + " " + reference, PRESENT);
  }

  void remove(String host, Instant due, String reference) {
    store.delete(key(host, due) + " " + reference);
  }

  /** A due reference and its time. */
  record Entry(Instant due, String reference) {}

  /** Returns up to {@code most} entries of a host between two times inclusive, earliest first. */
  List<Entry> between(String host, Instant from, Instant to, int most) {
    List<Entry> entries = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> i =
        store.range(key(host, from), key(host, to.plusMillis(1)))) {
      while (i.hasNext() && entries.size() < most) {
        entries.add(entry(i.next()));
      }
    }
    return entries;
  }

  @Nullable Entry first(String host) {
    try (KeyValueIterator<String, byte[]> i =
        store.range(FrontierStores.key(host, ""), FrontierStores.key(host, "~"))) {
      return i.hasNext() ? entry(i.next()) : null;
    }
  }

  /** Adds the first due time of every host to the agenda. */
  void fill(Agenda agenda) {
    try (KeyValueIterator<String, byte[]> i = store.all()) {
      while (i.hasNext()) {
        KeyValue<String, byte[]> next = i.next();
        agenda.atLatest(FrontierStores.host(next.key), entry(next).due().toEpochMilli());
      }
    }
  }

  private static Entry entry(KeyValue<String, byte[]> found) {
    String[] parts = found.key.split(" ", 3);
    return new Entry(Instant.ofEpochMilli(Long.parseLong(parts[1], 16)), parts[2]);
  }

  private static String key(String host, Instant due) {
    return FrontierStores.key(
        host, String.format(Locale.ROOT, "%012x", Math.max(0, due.toEpochMilli())));
  }
}
