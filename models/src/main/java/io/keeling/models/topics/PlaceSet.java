package io.keeling.models.topics;

import java.util.Arrays;

/**
 * A set of places in a {@link io.keeling.models.files.FeatureTable}; all places are above 0. Not
 * thread-safe.
 */
final class PlaceSet {

  private int[] table = new int[512];
  private int size;

  boolean add(int place) {
    int slot = slot(place);
    if (table[slot] == place) {
      return false;
    }
    table[slot] = place;
    size++;
    if (size * 2 > table.length) {
      grow();
    }
    return true;
  }

  /** Returns the slot that holds a place, or where it belongs. */
  private int slot(int place) {
    int mask = table.length - 1;
    int mixed = place * 0x9E3779B9;
    int slot = (mixed ^ mixed >>> 15) & mask;
    while (table[slot] != 0 && table[slot] != place) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int[] before = table;
    table = new int[2 * before.length];
    Arrays.stream(before).filter(place -> place != 0).forEach(place -> table[slot(place)] = place);
  }
}
