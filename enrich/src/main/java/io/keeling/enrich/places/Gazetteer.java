package io.keeling.enrich.places;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All places by name: countries (CLDR), regions, and cities (GeoNames, CC BY 4.0). Immutable once
 * loaded; threads may share it.
 */
public final class Gazetteer {

  private final Map<String, List<Place>> places = new HashMap<>();

  private Gazetteer() {}

  /** Loads it: some 24,000 names, a quarter of a second. */
  public static Gazetteer load(CountryNames english) {
    Gazetteer gazetteer = new Gazetteer();
    english.names().forEach((name, code) -> gazetteer.add(name, Place.country(name, code)));
    for (String[] row : PlaceFiles.rows("shared-names.tsv")) {
      gazetteer.add(row[0], Place.region(row[0], row[1], null));
    }
    for (String[] row : PlaceFiles.rows("regions.tsv")) {
      String region = PlaceFiles.column(row, 2);
      gazetteer.add(row[0], Place.region(row[0], row[1], region.isEmpty() ? null : region));
    }
    for (String[] row : PlaceFiles.rows("cities.tsv.gz")) {
      gazetteer.add(row[0], city(row));
    }
    for (String[] row : PlaceFiles.rows("aliases.tsv")) {
      gazetteer.find(row[1]).stream()
          .filter(p -> p.kind() == Place.Kind.CITY && p.country().equals(row[2]))
          .findFirst()
          .ifPresent(city -> gazetteer.add(row[0], city));
    }
    return gazetteer;
  }

  private static Place city(String[] row) {
    return new Place(
        row[0],
        Place.Kind.CITY,
        row[1],
        row[2].isEmpty() ? null : row[2],
        Double.valueOf(row[3]),
        Double.valueOf(row[4]),
        Long.parseLong(row[5]),
        PlaceFiles.column(row, 7).equals("C"));
  }

  private void add(String name, Place place) {
    List<Place> same = places.computeIfAbsent(PlaceKey.of(name), k -> new ArrayList<>(1));
    boolean known =
        place.kind() == Place.Kind.COUNTRY
            && same.stream()
                .anyMatch(p -> p.kind() == place.kind() && p.country().equals(place.country()));
    if (!known) {
      same.add(place);
    }
  }

  /** The places of a name; empty when none is known. Within a kind, large ones first. */
  public List<Place> find(String name) {
    return places.getOrDefault(PlaceKey.of(name), List.of());
  }
}
