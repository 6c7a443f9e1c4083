package io.keeling.ingest.drift;

import io.keeling.contract.article.Article;
import io.keeling.contract.serde.JsonSerde;
import io.keeling.ingest.frontier.state.StateNames;
import io.keeling.ingest.metrics.TaskShares;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what comes of the pages of each source, those of the hosts of one partition. Nearly every
 * source has its pages on one host; one that leads to many is judged in each partition by itself.
 * For one stream thread.
 */
public final class SourceYields implements AutoCloseable {

  /** The state store: the yield by the id of the source. */
  public static final String STORE = "source-yields";

  /** The topic where every instance writes them; compacted, keyed by the id of the source. */
  public static final String CHANGELOG = StateNames.APPLICATION + "-" + STORE + "-changelog";

  private static final Logger LOG = LoggerFactory.getLogger(SourceYields.class);

  static final JsonSerde<SourceYield> YIELD = new JsonSerde<>(SourceYield.class, "source-yield/1");

  /**
   * How long a source of which nothing is read is remembered. Chosen: longer than any is silent
   * that still counts as well, so the store holds little more than the catalogue.
   */
  private static final Duration REMEMBERED = Duration.ofDays(90);

  private final KeyValueStore<String, SourceYield> store;
  private final TaskShares<SourceYield>.Share share;

  private SourceYields(
      KeyValueStore<String, SourceYield> store, TaskShares<SourceYield>.Share share) {
    this.store = store;
    this.share = share;
  }

  /** The yields of the processor's own partition, which the board hears of. */
  public static SourceYields of(ProcessorContext<?, ?> context, YieldBoard board) {
    KeyValueStore<String, SourceYield> store = context.getStateStore(STORE);
    TaskShares<SourceYield>.Share share = board.share(context.taskId().toString());
    Instant oldest = Instant.ofEpochMilli(context.currentSystemTimeMs()).minus(REMEMBERED);
    List<String> forgotten = new ArrayList<>();
    try (KeyValueIterator<String, SourceYield> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<String, SourceYield> entry = all.next();
        if (entry.value.readAt().isBefore(oldest)) {
          forgotten.add(entry.key);
        } else {
          share.put(entry.key, entry.value);
        }
      }
    }
    forgotten.forEach(store::delete);
    return new SourceYields(store, share);
  }

  /**
   * What makes the store.
   *
   * @param stores where it lies, by its name
   */
  public static StoreBuilder<?> builder(Function<String, KeyValueBytesStoreSupplier> stores) {
    return Stores.keyValueStoreBuilder(stores.apply(STORE), Serdes.String(), YIELD)
        .withCachingEnabled();
  }

  /**
   * A page that a source led to was read for the first time.
   *
   * @param article what was read on it; null if it was no article
   */
  public void read(String source, @Nullable Article article, Instant now) {
    SourceYield before = store.get(source);
    SourceYield after = (before == null ? SourceYield.unknown(now) : before).with(article, now);
    store.put(source, after);
    share.put(source, after);
    for (Part part : Part.values()) {
      boolean was = before != null && before.lostSince(part) != null;
      if (!was && after.lostSince(part) != null) {
        LOG.warn("Source {} drifts: {} is half of what is usual or less", source, part.label());
      }
    }
  }

  @Override
  public void close() {
    share.close();
  }
}
