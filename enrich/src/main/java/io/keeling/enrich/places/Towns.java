package io.keeling.enrich.places;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Towns of 1,000 inhabitants and more, quarters of cities, and other spellings of cities (GeoNames,
 * CC BY 4.0). Kept as the sorted bytes of {@code towns.tsv.gz}, about 9 MB, since hardly any is
 * ever asked for. Immutable; threads may share it.
 */
final class Towns {

  private static final String OTHER_SPELLING = "A";

  private final byte[] rows;
  private final int[] starts;

  private Towns(byte[] rows) {
    this.rows = rows;
    int[] found = new int[rows.length / 20 + 1];
    int count = 0;
    for (int at = 0; at < rows.length; at = lineEnd(at) + 1) {
      if (rows[at] != '#') {
        if (count == found.length) {
          found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = at;
      }
    }
    starts = Arrays.copyOf(found, count);
  }

  /** Loads them in some 100 ms. */
  static Towns load() {
    try (InputStream in =
        new GZIPInputStream(Towns.class.getResourceAsStream("towns.tsv.gz"), 1 << 16)) {
      return new Towns(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read towns.tsv.gz", e);
    }
  }

  /** The towns and quarters of this name, by its {@link PlaceKey}. */
  List<Place> find(String key) {
    return find(key, false);
  }

  /** Cities of 50,000 and more inhabitants that some language writes so. */
  List<Place> otherSpellings(String key) {
    return find(key, true);
  }

  /** How many there are. */
  int size() {
    return starts.length;
  }

  /** The columns of a row, for tests. */
  String[] row(int index) {
    int start = starts[index];
    return new String(rows, start, lineEnd(start) - start, StandardCharsets.UTF_8).split("\t", -1);
  }

  private List<Place> find(String key, boolean other) {
    byte[] wanted = (key + "\t").getBytes(StandardCharsets.UTF_8);
    List<Place> found = new ArrayList<>(0);
    for (int i = first(wanted); i < starts.length && compare(starts[i], wanted) == 0; i++) {
      String[] row = row(i);
      if (row[7].equals(OTHER_SPELLING) == other) {
        found.add(
            new Place(
                row[1],
                Place.Kind.CITY,
                row[2],
                row[3].isEmpty() ? null : row[3],
                Double.valueOf(row[4]),
                Double.valueOf(row[5]),
                Long.parseLong(row[6]),
                false));
      }
    }
    return found;
  }

  /** Index of the first row that is not less than the wanted beginning. */
  private int first(byte[] wanted) {
    int low = 0;
    int high = starts.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (compare(starts[middle], wanted) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int compare(int start, byte[] wanted) {
    int end = Math.min(rows.length, start + wanted.length);
    return Arrays.compareUnsigned(rows, start, end, wanted, 0, wanted.length);
  }

  private int lineEnd(int from) {
    int at = from;
    while (at < rows.length && rows[at] != '\n') {
      at++;
    }
    return at;
  }
}
