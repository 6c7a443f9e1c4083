package io.keeling.ingest.drift;

import io.keeling.contract.article.Article;
import io.keeling.contract.serde.JsonSerde;
import io.keeling.ingest.metrics.TaskShares;
import io.keeling.ingest.source.StateNames;
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
 * Stores the quality of each source's pages, for the hosts of one partition. A source that leads to
 * many hosts is judged in each partition separately. Used by one stream thread only.
 */
public final class SourceYields implements AutoCloseable {

  public static final String STORE = "source-yields";

  /** The compacted topic of all yields, keyed by source id. */
  public static final String CHANGELOG = StateNames.APPLICATION + "-" + STORE + "-changelog";

  private static final Logger LOG = LoggerFactory.getLogger(SourceYields.class);

  static final JsonSerde<SourceYield> YIELD = new JsonSerde<>(SourceYield.class, "source-yield/1");

  /**
   * How long a source without new pages is remembered: longer than any healthy source is silent.
   */
  private static final Duration REMEMBERED = Duration.ofDays(90);

  private final KeyValueStore<String, SourceYield> store;
  private final TaskShares<SourceYield>.Share share;

  private SourceYields(
      KeyValueStore<String, SourceYield> store, TaskShares<SourceYield>.Share share) {
    this.store = store;
    this.share = share;
  }

  /** Opens the store of the processor's own partition and reports its content to the board. */
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
   * @param stores returns the supplier of the store with a given name
   */
  public static StoreBuilder<?> builder(Function<String, KeyValueBytesStoreSupplier> stores) {
    return Stores.keyValueStoreBuilder(stores.apply(STORE), Serdes.String(), YIELD)
        .withCachingEnabled();
  }

  /**
   * Updates the yield of a source after the first reading of a page that was found through it.
   *
   * @param article the article on the page; null if there is none
   */
  public void read(String source, @Nullable Article article, Instant now) {
    SourceYield before = store.get(source);
    SourceYield after = (before == null ? SourceYield.unknown(now) : before).with(article, now);
    store.put(source, after);
    share.put(source, after);
    for (YieldPart part : YieldPart.values()) {
      boolean was = before != null && before.lostSince(part) != null;
      if (!was && after.lostSince(part) != null) {
        LOG.warn(
            "Source {} drifts: its value for {} is half of the usual value or less",
            source,
            part.label());
      }
    }
  }

  @Override
  public void close() {
    share.close();
  }
}
