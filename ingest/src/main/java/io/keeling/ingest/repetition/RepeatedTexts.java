package io.keeling.ingest.repetition;

import io.keeling.reader.Reading;
import io.keeling.reader.UnreadableReason;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Refuses articles whose text is on many pages of their host: a consent notice, an error or a
 * subscription offer in place of each article. A single page does not show whether its text is
 * repeated, so the last texts of each host are kept in a state store. Used by one stream thread
 * only.
 *
 * <p>The verdict depends only on the earlier records of the partition, and the texts are stored in
 * the same transaction. So a restart or a second reading leads to the same verdict.
 */
public final class RepeatedTexts {

  /** The state store, which maps each host to its texts. */
  public static final String STORE = "host-texts";

  /** Suffix of the hosts given to files of unknown origin (RFC 6761), which are unrelated. */
  private static final String NO_HOST = ".invalid";

  private final Function<String, byte @Nullable []> get;
  private final BiConsumer<String, byte[]> put;

  private RepeatedTexts(Function<String, byte @Nullable []> get, BiConsumer<String, byte[]> put) {
    this.get = get;
    this.put = put;
  }

  /** Returns a check on the store of the processor's own partition. */
  public static RepeatedTexts of(ProcessingContext context) {
    KeyValueStore<String, byte[]> store = context.getStateStore(STORE);
    return new RepeatedTexts(store::get, store::put);
  }

  /** Returns a check that keeps texts in memory only, for a reading that stores nothing. */
  public static RepeatedTexts inMemory() {
    Map<String, byte[]> hosts = new HashMap<>();
    return new RepeatedTexts(hosts::get, hosts::put);
  }

  /**
   * @param stores returns the supplier of the store with a given name
   */
  public static StoreBuilder<?> builder(Function<String, KeyValueBytesStoreSupplier> stores) {
    return Stores.keyValueStoreBuilder(stores.apply(STORE), Serdes.String(), Serdes.ByteArray())
        .withCachingEnabled();
  }

  /**
   * Returns the given reading, or {@link UnreadableReason#BOILERPLATE} if its text is on many pages
   * of the host. An article's own earlier text does not count, and neither do texts of other hosts.
   */
  public Reading check(String host, Reading reading) {
    if (!(reading instanceof Reading.Readable readable) || host.endsWith(NO_HOST)) {
      return reading;
    }
    TextSketch text = TextSketch.of(readable.article());
    HostTexts texts = HostTexts.of(get.apply(host));
    boolean repeated = texts.hold(text);
    if (texts.remember(text)) {
      put.accept(host, texts.bytes());
    }
    return repeated
        ? new Reading.Unreadable(
            UnreadableReason.BOILERPLATE,
            "nearly all of its text is on at least "
                + HostTexts.OTHER_TEXTS
                + " other pages of its host")
        : reading;
  }
}
