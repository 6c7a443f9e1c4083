package io.keeling.enrich.gazetteer;

import io.keeling.models.files.SortedLines;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Towns of 1,000 inhabitants and more, quarters of cities, and other spellings of cities (GeoNames,
 * CC BY 4.0). Kept as the sorted bytes of {@code towns.tsv.gz}, about 8 MB, because few are ever
 * looked up. Immutable; threads may share it.
 */
public final class Towns {

  private static final String OTHER_SPELLING = "A";

  private final SortedLines lines;

  private Towns(SortedLines lines) {
    this.lines = lines;
  }

  /** Loads the towns, in about 50 ms. */
  public static Towns load() {
    try (InputStream in =
        new GZIPInputStream(Towns.class.getResourceAsStream("towns.tsv.gz"), 1 << 16)) {
      return new Towns(SortedLines.of(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read towns.tsv.gz", e);
    }
  }

  /** The towns and quarters with this {@link PlaceKey}. */
  public List<Place> find(String key) {
    return find(key, false);
  }

  /** Cities of 50,000 and more inhabitants that have this spelling in some language. */
  public List<Place> otherSpellings(String key) {
    return find(key, true);
  }

  /** The columns of all rows, for tests. */
  public List<String[]> rows() {
    return lines.all().stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .toList();
  }

  private List<Place> find(String key, boolean other) {
    List<Place> found = new ArrayList<>(0);
    for (String line : lines.beginningWith(key + "\t")) {
      String[] row = line.split("\t", -1);
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
}
