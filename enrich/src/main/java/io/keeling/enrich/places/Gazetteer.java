package io.keeling.enrich.places;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All places by name: countries (CLDR), regions, and cities (GeoNames, CC BY 4.0). Immutable once
 * loaded; threads may share it.
 */
public final class Gazetteer {

  /** Inhabitants of a city that needs no explanation. */
  static final long LARGE = 500_000;

  /** What tells a city from its namesakes and is left out of it in the news: "Halle (Saale)". */
  private static final Pattern ADDITION =
      Pattern.compile("^(.+?)(?: \\(.+\\)| (?:am|an der|im|upon) .+)$");

  private final Map<String, List<Place>> places = new HashMap<>();
  private final Set<Place> wellKnown = new HashSet<>();

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
    Set<String> areas = new HashSet<>();
    for (String[] row : PlaceFiles.rows("areas.tsv")) {
      areas.add(PlaceKey.of(row[0]));
    }
    for (String[] row : PlaceFiles.rows("cities.tsv.gz")) {
      if (!areas.contains(PlaceKey.of(row[0]))) {
        gazetteer.addCity(city(row));
      }
    }
    for (String[] row : PlaceFiles.rows("aliases.tsv")) {
      gazetteer.find(row[1]).stream()
          .filter(p -> p.kind() == Place.Kind.CITY && p.country().equals(row[2]))
          .filter(p -> p.name().equals(row[1]))
          .findFirst()
          .ifPresent(city -> gazetteer.addAlias(row[0], city));
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

  private void addCity(Place city) {
    add(city.name(), city);
    Matcher addition = ADDITION.matcher(city.name());
    if (addition.matches()) {
      add(addition.group(1), city);
    }
    if (city.population() >= LARGE) {
      wellKnown.add(city);
    }
  }

  private void addAlias(String alias, Place city) {
    wellKnown.add(city);
    if (!find(alias).contains(city)) {
      add(alias, city);
    }
  }

  /**
   * Whether newspapers all over the world name a city without saying where it is: a large one, or
   * one of those in {@code aliases.tsv}, such as Geneva.
   */
  boolean wellKnown(Place city) {
    return wellKnown.contains(city);
  }

  /** The places of a name; empty when none is known. Within a kind, large ones first. */
  public List<Place> find(String name) {
    return places.getOrDefault(PlaceKey.of(name), List.of());
  }
}
