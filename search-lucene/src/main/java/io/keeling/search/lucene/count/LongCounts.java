package io.keeling.search.lucene.count;

/** A hash map from long keys, which must not be 0, to numbers. Not for sharing between threads. */
final class LongCounts {

  /** Initial size of the table, a power of two. */
  private static final int SMALLEST = 1 << 10;

  private long[] keys = new long[SMALLEST];
  private int[] values = new int[SMALLEST];
  private int size;

  /** The number stored for a key; 0 if there is none. */
  int get(long key) {
    return values[slot(key)];
  }

  void put(long key, int value) {
    int slot = slot(key);
    if (keys[slot] == 0) {
      keys[slot] = key;
      if (++size * 2 > keys.length) {
        values[slot] = value;
        grow();
        return;
      }
    }
    values[slot] = value;
  }

  /** Adds to the number stored for a key, and returns the sum. */
  int add(long key, int more) {
    int sum = get(key) + more;
    put(key, sum);
    return sum;
  }

  int size() {
    return size;
  }

  private int slot(long key) {
    int slot = Long.hashCode(key * 0x9E3779B97F4A7C15L) & (keys.length - 1);
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
