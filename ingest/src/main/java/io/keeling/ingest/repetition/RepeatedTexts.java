package io.keeling.ingest.repetition;

import io.keeling.ingest.reader.Reading;
import io.keeling.ingest.reader.UnreadableReason;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Refuses articles whose text stands on many pages of their host: a consent text, an error, an
 * offer to subscribe in the place of each article. No page alone shows that, so the last texts of
 * each host are kept in a state store. For one stream thread.
 *
 * <p>The verdict depends on nothing but the records of the partition before it and is written in
 * their transaction, so a restart or a second reading from the start comes to the same.
 */
public final class RepeatedTexts {

  /** The state store: a host's texts by host. */
  public static final String STORE = "host-texts";

  /** Hosts that cannot exist (RFC 6761): files of unknown origin, which have nothing in common. */
  private static final String NO_HOST = ".invalid";

  private final KeyValueStore<String, byte[]> store;

  private RepeatedTexts(ProcessingContext context) {
    this.store = context.getStateStore(STORE);
  }

  /** Of the processor's own partition. */
  public static RepeatedTexts of(ProcessingContext context) {
    return new RepeatedTexts(context);
  }

  /** What makes the store. */
  public static StoreBuilder<?> builder() {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(STORE), Serdes.String(), Serdes.ByteArray())
        .withCachingEnabled();
  }

  /**
   * The same reading, or {@link UnreadableReason#BOILERPLATE}. An article never counts against
   * itself, however often it is read, and hosts know nothing of one another.
   */
  public Reading check(String host, Reading reading) {
    if (!(reading instanceof Reading.Readable readable) || host.endsWith(NO_HOST)) {
      return reading;
    }
    TextSketch text = TextSketch.of(readable.article());
    HostTexts texts = HostTexts.of(store.get(host));
    boolean repeated = texts.hold(text);
    if (texts.remember(text)) {
      store.put(host, texts.bytes());
    }
    return repeated
        ? new Reading.Unreadable(
            UnreadableReason.BOILERPLATE,
            "nearly all of its text stands on "
                + HostTexts.OTHER_ARTICLES
                + " other pages of its host or more")
        : reading;
  }
}
