package io.keeling.enrich.gazetteer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * First-level administrative divisions of all countries and second-level ones of some (GeoNames, CC
 * BY 4.0), each located at the mean position of its inhabitants. Used only for loading.
 */
final class Divisions {

  /**
   * The country in which a listed region may have the code of a larger region: Kent has the code of
   * England.
   */
  private static final String OF_PARTS = "GB";

  private final Map<String, Place> firstLevel = new HashMap<>();
  private final Map<String, Place> byName = new HashMap<>();
  private final List<Place> all = new ArrayList<>();

  private Divisions() {}

  static Divisions load() {
    Divisions divisions = new Divisions();
    for (String[] row : PlaceFiles.rows("divisions.tsv.gz")) {
      Place place =
          new Place(
              row[0],
              Place.Kind.DIVISION,
              row[1],
              row[2],
              Double.valueOf(row[4]),
              Double.valueOf(row[5]),
              Long.parseLong(row[6]),
              false);
      divisions.all.add(place);
      divisions.byName.merge(
          row[1] + " " + PlaceKey.of(row[0]),
          place,
          java.util.function.BinaryOperator.maxBy(Comparator.comparingLong(Place::population)));
      if (row[3].isEmpty()) {
        divisions.firstLevel.put(row[1] + " " + row[2], place);
      }
    }
    return divisions;
  }

  List<Place> all() {
    return all;
  }

  /**
   * Returns a region with coordinates. They come from the division that has the region's name or
   * else its code. If GeoNames has no such division, the region has no coordinates.
   *
   * @param code GeoNames' first-level code; empty where it is not known
   */
  Place locate(String name, String country, String code) {
    Place named = byName.get(country + " " + PlaceKey.of(name));
    Place where = named;
    if (where == null && !country.equals(OF_PARTS)) {
      where = firstLevel.get(country + " " + code);
    }
    String region = code.isEmpty() && named != null ? named.region() : code;
    return where == null
        ? Place.region(name, country, code.isEmpty() ? null : code)
        : new Place(name, Place.Kind.REGION, country, region, where.lat(), where.lon(), 0, false);
  }
}
