package io.keeling.ingest.frontier;

import io.keeling.contract.serde.JsonSerde;
import io.keeling.ingest.frontier.state.HostLinks;
import io.keeling.ingest.frontier.state.HostState;
import io.keeling.ingest.frontier.state.LinkState;
import io.keeling.ingest.repetition.RepeatedTexts;
import io.keeling.ingest.source.SourceState;
import io.keeling.ingest.source.StateNames;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The frontier's state stores. Keys begin with the host, so that a host's entries are one range.
 */
public final class FrontierStores {

  static final String LINKS = "frontier-links";
  static final String LISTINGS = "frontier-listings";
  static final String HOSTS = "frontier-hosts";
  static final String HOST_LINKS = "frontier-host-links";
  static final String DUE = "frontier-due";

  public static final String[] NAMES = {
    StateNames.SOURCES, LINKS, LISTINGS, HOSTS, HOST_LINKS, DUE, RepeatedTexts.STORE
  };

  public static final String[] READ = {StateNames.SOURCES, LINKS, LISTINGS};

  /**
   * Settings of the sources' changelog topic: small segments, so that compaction keeps up and the
   * topic can be read quickly as a whole.
   */
  private static final Map<String, String> SOURCES_LOG =
      Map.of("segment.bytes", "8388608", "segment.ms", "3600000");

  private static final char SEPARATOR = ' ';

  private FrontierStores() {}

  /**
   * @param stores returns the supplier of the store with a given name
   */
  public static List<StoreBuilder<?>> builders(
      Function<String, KeyValueBytesStoreSupplier> stores) {
    return List.of(
        store(stores.apply(StateNames.SOURCES), SourceState.SERDE).withLoggingEnabled(SOURCES_LOG),
        store(stores.apply(LINKS), new JsonSerde<>(LinkState.class, "link-state/1")),
        store(stores.apply(LISTINGS), Serdes.ByteArray()),
        store(stores.apply(HOSTS), new JsonSerde<>(HostState.class, "host-state/1")),
        store(stores.apply(HOST_LINKS), new JsonSerde<>(HostLinks.class, "host-links/1")),
        store(stores.apply(DUE), Serdes.ByteArray()));
  }

  private static <V> StoreBuilder<KeyValueStore<String, V>> store(
      KeyValueBytesStoreSupplier store, org.apache.kafka.common.serialization.Serde<V> values) {
    return Stores.keyValueStoreBuilder(store, Serdes.String(), values).withCachingEnabled();
  }

  /** Returns the key of an entry of a host; host names and canonical addresses have no space. */
  static String key(String host, String thing) {
    return host + SEPARATOR + thing;
  }

  static String host(String key) {
    return key.substring(0, key.indexOf(SEPARATOR));
  }
}
