package io.keeling.enrich.topology;

import io.keeling.contract.serde.JsonSerde;
import io.keeling.enrich.correction.HeldCorrections;
import io.keeling.enrich.stories.StoryMember;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Names and builders of the topology's state stores. Each is a RocksDB that is backed by a
 * changelog topic.
 */
final class EnrichStores {

  /** Article id to the versions that were passed on. */
  static final String VERSIONS = "versions";

  /** Article id and revision to the tagged article that waits for its story. */
  static final String WAITING = "waiting";

  /** Article id to the corrections of its tags. */
  static final String CORRECTIONS = "tag-corrections";

  /** Band of a signature to the articles in it. */
  static final String BANDS = "story-bands";

  /** Article id to its story and signature. */
  static final String MEMBERS = "story-members";

  /** Story id to the outlets that published it. */
  static final String OUTLETS = "story-outlets";

  private EnrichStores() {}

  static StoreBuilder<KeyValueStore<String, VersionState>> versions() {
    return store(
        VERSIONS, Serdes.String(), new JsonSerde<>(VersionState.class, "enrich-versions/1"));
  }

  static StoreBuilder<KeyValueStore<String, byte[]>> waiting() {
    return store(WAITING, Serdes.String(), Serdes.ByteArray());
  }

  static StoreBuilder<KeyValueStore<String, HeldCorrections>> corrections() {
    return store(
        CORRECTIONS,
        Serdes.String(),
        new JsonSerde<>(HeldCorrections.class, "enrich-tag-corrections/1"));
  }

  static StoreBuilder<KeyValueStore<Long, String>> bands() {
    return store(BANDS, Serdes.Long(), Serdes.String());
  }

  static StoreBuilder<KeyValueStore<String, StoryMember>> members() {
    return store(
        MEMBERS, Serdes.String(), new JsonSerde<>(StoryMember.class, "enrich-story-member/1"));
  }

  static StoreBuilder<KeyValueStore<String, String>> outlets() {
    return store(OUTLETS, Serdes.String(), Serdes.String());
  }

  private static <K, V> StoreBuilder<KeyValueStore<K, V>> store(
      String name,
      org.apache.kafka.common.serialization.Serde<K> keys,
      org.apache.kafka.common.serialization.Serde<V> values) {
    return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
        org.apache.kafka.streams.state.Stores.persistentKeyValueStore(name), keys, values);
  }
}
