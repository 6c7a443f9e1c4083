package io.keeling.models.files;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import org.jspecify.annotations.Nullable;

/**
 * The features of a model and their weights for each outcome, in two arrays. In OpenNLP's map of
 * objects, each of a million features takes 170 bytes, and a look-up waits for memory six times
 * instead of twice. Immutable and thread-safe.
 *
 * <p>A feature's place is its position in the array of records, which {@link #find} returns. A
 * record holds the length of the name (two bytes), the name (one byte for each character), the
 * number of weights (one byte), the outcome of each weight (one byte) and the weights. If a name
 * has characters outside Latin-1, its record holds an empty name.
 */
public final class FeatureTable {

  /** Result of {@link #find} for an unknown feature. */
  public static final int UNKNOWN = -1;

  private static final VarHandle LENGTH =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

  private static final VarHandle WEIGHT =
      MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.BIG_ENDIAN);

  /** Largest unsigned value of a byte. */
  private static final int BYTE = 0xFF;

  /** Longest feature name, in characters: its length is stored in two bytes. */
  private static final int LONGEST = Short.MAX_VALUE;

  private static final long EMPTY = 0;

  private final byte[] records;

  /**
   * Hash table of records: the upper half of each slot is the hash code of the name, the lower half
   * is the position after the name in the record.
   */
  private final long[] slots;

  private final int mask;

  /** Places of the features whose names are not Latin-1. */
  private final Map<String, Integer> others = new HashMap<>();

  private final int size;

  /**
   * @param names of the features, none twice
   * @param contexts the weights of each feature
   * @throws IllegalArgumentException if a feature does not fit a record
   */
  FeatureTable(String[] names, Context[] contexts) {
    size = names.length;
    int capacity = Integer.highestOneBit(Math.max(1, size * 3 / 2)) * 2;
    slots = new long[capacity];
    mask = capacity - 1;
    int bytes = 0;
    for (int i = 0; i < size; i++) {
      bytes = Math.addExact(bytes, sizeOf(names[i], contexts[i]));
    }
    records = new byte[bytes];
    int at = 0;
    for (int i = 0; i < size; i++) {
      at = write(at, names[i], contexts[i]);
    }
  }

  /**
   * Returns the features of a model.
   *
   * @throws IllegalArgumentException if the model has more than 255 outcomes, or a name of more
   *     than 32,767 characters
   */
  @SuppressWarnings("unchecked") // as AbstractModel documents its data structures
  public static FeatureTable of(AbstractModel model) {
    if (model instanceof CompactModel compact) {
      return compact.table();
    }
    Map<String, Context> features = (Map<String, Context>) model.getDataStructures()[1];
    return new FeatureTable(
        features.keySet().toArray(new String[0]), features.values().toArray(new Context[0]));
  }

  private static int sizeOf(String name, Context context) {
    int weights = context.getOutcomes().length;
    if (weights > BYTE || name.length() > LONGEST) {
      throw new IllegalArgumentException("a feature is too large for a record");
    }
    for (int outcome : context.getOutcomes()) {
      if (outcome > BYTE) {
        throw new IllegalArgumentException("a model has more than " + BYTE + " outcomes");
      }
    }
    return Short.BYTES + (isNarrow(name) ? name.length() : 0) + 1 + weights * (1 + Double.BYTES);
  }

  private static boolean isNarrow(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) > BYTE) {
        return false;
      }
    }
    return true;
  }

  private int write(int start, String name, Context context) {
    boolean narrow = isNarrow(name);
    int at = start + Short.BYTES;
    if (narrow) {
      LENGTH.set(records, start, (short) name.length());
      for (int i = 0; i < name.length(); i++) {
        records[at++] = (byte) name.charAt(i);
      }
      int slot = slot(name.hashCode());
      while (slots[slot] != EMPTY) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = (long) name.hashCode() << Integer.SIZE | at;
    } else {
      others.put(name, at);
    }
    int weights = context.getOutcomes().length;
    records[at++] = (byte) weights;
    for (int outcome : context.getOutcomes()) {
      records[at++] = (byte) outcome;
    }
    for (double weight : context.getParameters()) {
      WEIGHT.set(records, at, weight);
      at += Double.BYTES;
    }
    return at;
  }

  private int slot(int hash) {
    int mixed = hash * 0x9E3779B9;
    return (mixed ^ mixed >>> 15) & mask;
  }

  /** Returns the place of a feature, or {@link #UNKNOWN}. */
  public int find(String name) {
    int hash = name.hashCode();
    for (int slot = slot(hash); slots[slot] != EMPTY; slot = (slot + 1) & mask) {
      long found = slots[slot];
      if ((int) (found >>> Integer.SIZE) == hash && isAt((int) found, name)) {
        return (int) found;
      }
    }
    return others.isEmpty() ? UNKNOWN : others.getOrDefault(name, UNKNOWN);
  }

  private boolean isAt(int place, String name) {
    int length = name.length();
    int start = place - length;
    if (start < Short.BYTES || (short) LENGTH.get(records, start - Short.BYTES) != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if ((records[start + i] & BYTE) != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  public int weights(int place) {
    return records[place] & BYTE;
  }

  /** Returns the outcome to which a weight belongs. */
  public int outcome(int place, int weight) {
    return records[place + 1 + weight] & BYTE;
  }

  public double weight(int place, int weight) {
    return (double) WEIGHT.get(records, place + 1 + weights(place) + weight * Double.BYTES);
  }

  /** Adds each weight of a feature to its outcome's sum. Does nothing if the feature is unknown. */
  public void add(int place, double[] sums) {
    if (place != UNKNOWN) {
      int weights = weights(place);
      int at = place + 1 + weights;
      for (int i = 0; i < weights; i++) {
        sums[outcome(place, i)] += (double) WEIGHT.get(records, at);
        at += Double.BYTES;
      }
    }
  }

  /** Returns the weight of a feature for an outcome; 0 if the feature has none for it. */
  public double weightFor(int place, int outcome) {
    for (int i = 0; place != UNKNOWN && i < weights(place); i++) {
      if (outcome(place, i) == outcome) {
        return weight(place, i);
      }
    }
    return 0;
  }

  private Context context(int place) {
    int[] outcomes = new int[weights(place)];
    double[] values = new double[outcomes.length];
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] = outcome(place, i);
      values[i] = weight(place, i);
    }
    return new Context(outcomes, values);
  }

  /** Returns the names of all features, decoded again in each iteration. */
  public Iterable<String> names() {
    return () -> {
      Records records = new Records();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return records.hasNext();
        }

        @Override
        public String next() {
          return records.read();
        }
      };
    };
  }

  /** Returns the features in OpenNLP's form. Each look-up builds a new object. */
  public Map<String, Context> asMap() {
    return new View();
  }

  private final class View extends AbstractMap<String, Context> {

    @Override
    public @Nullable Context get(@Nullable Object name) {
      int place = name instanceof String feature ? find(feature) : UNKNOWN;
      return place == UNKNOWN ? null : context(place);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
      return name instanceof String feature && find(feature) != UNKNOWN;
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public Set<Map.Entry<String, Context>> entrySet() {
      return new AbstractSet<>() {
        @Override
        public Iterator<Map.Entry<String, Context>> iterator() {
          return new Records();
        }

        @Override
        public int size() {
          return size;
        }
      };
    }
  }

  private final class Records implements Iterator<Map.Entry<String, Context>> {

    private final Map<Integer, String> wide = new HashMap<>();
    private int at;
    private int place;

    Records() {
      others.forEach((name, place) -> wide.put(place, name));
    }

    @Override
    public boolean hasNext() {
      return at < records.length;
    }

    @Override
    public Map.Entry<String, Context> next() {
      String name = read();
      return Map.entry(name, context(place));
    }

    private String read() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      int start = at + Short.BYTES;
      int length = (short) LENGTH.get(records, at);
      place = start + length;
      at = place + 1 + weights(place) * (1 + Double.BYTES);
      String name = wide.isEmpty() ? null : wide.get(place);
      return name == null ? new String(records, start, length, StandardCharsets.ISO_8859_1) : name;
    }
  }
}
