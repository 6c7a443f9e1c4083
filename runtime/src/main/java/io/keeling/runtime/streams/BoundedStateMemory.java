package io.keeling.runtime.streams;

import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * Bounds the off-heap memory of RocksDB for all state stores of the process together. By default
 * each store of each partition may take about 100 MB (50 MB of blocks and three write buffers of 16
 * MB), which is gigabytes for one instance with six partitions. Kafka Streams creates one of these
 * objects for each store, on any of its threads.
 */
public final class BoundedStateMemory implements RocksDBConfigSetter {

  /**
   * Memory for blocks, indexes, filters and write buffers of all stores, in bytes.
   * docs/studies/memory-over-time.md has the memory use of the roles.
   */
  static final long MEMORY = 96L * 1024 * 1024;

  /** The part of {@link #MEMORY} for unwritten data. Stores are flushed beyond it. */
  static final long WRITE_BUFFERS = 32L * 1024 * 1024;

  /**
   * Largest write buffer of one store, in bytes. With larger buffers, a few stores would fill the
   * memory that all of them share.
   */
  private static final long WRITE_BUFFER = 4L * 1024 * 1024;

  /**
   * Bytes that a store allocates at its first write. The number is small, as there are some hundred
   * stores.
   */
  private static final long ARENA_BLOCK = 64L * 1024;

  /**
   * Share of the memory in which indexes and filters are kept longer than data, as every read needs
   * them.
   */
  private static final double INDEX_SHARE = 0.3;

  /** Objects that all stores share for the life of the process. */
  private static final class Shared {
    static {
      // The usage may be requested before the first store exists.
      RocksDB.loadLibrary();
    }

    static final Cache CACHE = new LRUCache(MEMORY, -1, false, INDEX_SHARE);
    static final WriteBufferManager BUFFERS = new WriteBufferManager(WRITE_BUFFERS, CACHE);
  }

  /** Adds this class to Streams' settings. */
  public static void configure(Map<String, Object> settings) {
    settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedStateMemory.class);
  }

  /** Returns the memory that all stores use now, in bytes. */
  public static long used() {
    return Shared.CACHE.getUsage();
  }

  @Override
  public void setConfig(String store, Options options, Map<String, Object> configs) {
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(Shared.CACHE);
    table.setCacheIndexAndFilterBlocks(true);
    table.setCacheIndexAndFilterBlocksWithHighPriority(true);
    table.setPinTopLevelIndexAndFilter(true);
    options.setTableFormatConfig(table);
    options.setWriteBufferManager(Shared.BUFFERS);
    options.setWriteBufferSize(WRITE_BUFFER);
    options.setArenaBlockSize(ARENA_BLOCK);
  }

  @Override
  public void close(String store, Options options) {
    // The shared memory must stay open.
  }
}
