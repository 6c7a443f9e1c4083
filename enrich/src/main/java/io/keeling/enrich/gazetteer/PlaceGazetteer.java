package io.keeling.enrich.gazetteer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All places by name: countries (CLDR), regions, and cities (GeoNames, CC BY 4.0). Immutable once
 * loaded; threads may share it.
 */
public final class PlaceGazetteer {

  /** Population from which news names a city without saying where it is. */
  public static final long LARGE = 500_000;

  /**
   * Additions that distinguish a city from its namesakes and that news leaves out: "Halle (Saale)",
   * "City of Westminster".
   */
  private static final Pattern ADDITION =
      Pattern.compile("^(?:City of )?(.+?)(?: \\([^()]+\\)| (?:am|an der|im|upon) .+)?$");

  /**
   * Names of divisions up to this length are not searched for, because they are abbreviations and
   * ordinary words.
   */
  private static final int SHORTEST_DIVISION = 3;

  private final Map<String, List<Place>> places = new HashMap<>();
  private final Map<String, Place> abbreviations = new HashMap<>();
  private final Set<Place> wellKnown = new HashSet<>();
  private final Set<Place> preferred = new HashSet<>();
  private final Set<Place> features = new HashSet<>();
  private final Set<String> areas = new HashSet<>();

  /** Smaller towns, and quarters of cities. */
  private final Towns towns = Towns.load();

  private PlaceGazetteer() {}

  /** Loads the gazetteer, about 30,000 names and the towns, in a third of a second. */
  public static PlaceGazetteer load(CountryNames english) {
    PlaceGazetteer gazetteer = new PlaceGazetteer();
    english.names().forEach((name, code) -> gazetteer.add(name, Place.country(name, code)));
    for (String[] row : PlaceFiles.rows("shared-names.tsv")) {
      gazetteer.add(row[0], Place.region(row[0], row[1], null));
    }
    Divisions divisions = Divisions.load();
    for (String[] row : PlaceFiles.rows("regions.tsv")) {
      gazetteer.add(row[0], divisions.locate(row[0], row[1], PlaceFiles.column(row, 2)));
    }
    for (String[] row : PlaceFiles.rows("region-aliases.tsv")) {
      gazetteer.find(row[1]).stream()
          .filter(p -> p.kind() == Place.Kind.REGION && p.country().equals(row[2]))
          .findFirst()
          .ifPresent(region -> gazetteer.add(row[0], region));
    }
    for (String[] row : PlaceFiles.rows("features.tsv")) {
      Place feature = Place.region(row[0], row[1], null);
      gazetteer.features.add(feature);
      gazetteer.add(row[0], feature);
    }
    for (String[] row : PlaceFiles.rows("areas.tsv")) {
      gazetteer.areas.add(PlaceKey.of(row[0]));
    }
    for (String[] row : PlaceFiles.rows("cities.tsv.gz")) {
      gazetteer.addCity(city(row));
    }
    for (String[] row : PlaceFiles.rows("aliases.tsv")) {
      gazetteer.find(row[1]).stream()
          .filter(p -> p.kind() == Place.Kind.CITY && p.country().equals(row[2]))
          .filter(p -> p.name().equals(row[1]))
          .findFirst()
          .ifPresent(city -> gazetteer.addAlias(row[0], city));
    }
    for (Place division : divisions.all()) {
      gazetteer.addDivision(division);
    }
    for (String[] row : PlaceFiles.rows("abbreviations.tsv")) {
      gazetteer.find(row[1]).stream()
          .filter(p -> p.kind() == Place.Kind.REGION && p.country().equals(row[2]))
          .findFirst()
          .ifPresent(region -> gazetteer.abbreviations.put(abbreviation(row[0]), region));
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
    addAt(PlaceKey.of(name), place);
  }

  private void addAt(String key, Place place) {
    List<Place> same = places.computeIfAbsent(key, k -> new ArrayList<>(1));
    boolean known =
        place.kind() == Place.Kind.COUNTRY
            && same.stream()
                .anyMatch(p -> p.kind() == place.kind() && p.country().equals(place.country()));
    if (!known) {
      same.add(place);
    }
  }

  /**
   * Adds a division, unless a region of its country or a city in the division has the same name.
   */
  private void addDivision(Place division) {
    String key = PlaceKey.of(division.name());
    boolean known =
        places.getOrDefault(key, List.of()).stream()
            .filter(p -> p.country().equals(division.country()))
            .anyMatch(p -> p.large() || Objects.equals(p.region(), division.region()));
    if (!known && key.length() > SHORTEST_DIVISION && !areas.contains(key)) {
      addAt(key, division);
    }
  }

  private static String abbreviation(String text) {
    return text.replace(".", "").replace(" ", "");
  }

  private void addCity(Place city) {
    String key = PlaceKey.of(city.name());
    if (areas.contains(key)) {
      return;
    }
    addAt(key, city);
    if (city.name().indexOf(' ') > 0) {
      Matcher addition = ADDITION.matcher(city.name());
      if (addition.matches() && !addition.group(1).equals(city.name())) {
        add(addition.group(1), city);
      }
    }
    if (city.population() >= LARGE) {
      wellKnown.add(city);
    }
  }

  private void addAlias(String alias, Place city) {
    wellKnown.add(city);
    if (PlaceKey.of(alias).equals(PlaceKey.of(city.name()))) {
      preferred.add(city);
    }
    if (!find(alias).contains(city)) {
      add(alias, city);
    }
  }

  /**
   * Whether newspapers worldwide name a city without saying where it is: a large one, or one of
   * those in {@code aliases.tsv}, such as Geneva.
   */
  public boolean wellKnown(Place city) {
    return wellKnown.contains(city);
  }

  /** Whether news means this city rather than its namesakes. */
  public boolean preferred(Place city) {
    return preferred.contains(city);
  }

  /**
   * Whether a place is a river, mountain, lake or landscape. Another place may have the same name.
   */
  public boolean feature(Place place) {
    return features.contains(place);
  }

  /** The places of this name; empty if none is known. Within a kind, large ones first. */
  public List<Place> find(String name) {
    return places.getOrDefault(PlaceKey.of(name), List.of());
  }

  /** The region that an abbreviation stands for: "Calif.", "N.Y."; null if it stands for none. */
  public @Nullable Place abbreviated(String text) {
    return abbreviations.get(abbreviation(text));
  }

  /** Smaller towns and quarters of that name. */
  public List<Place> towns(String name) {
    String key = PlaceKey.of(name);
    return areas.contains(key) ? List.of() : towns.find(key);
  }

  /** Larger cities that have this spelling in some language. */
  public List<Place> otherSpellings(String name) {
    String key = PlaceKey.of(name);
    return areas.contains(key) ? List.of() : towns.otherSpellings(key);
  }

  /** Whether a city, town or quarter has this name or spelling. */
  public boolean city(String name) {
    return find(name).stream().anyMatch(p -> p.kind() == Place.Kind.CITY)
        || !towns(name).isEmpty()
        || !otherSpellings(name).isEmpty();
  }

  /** Whether this names an area of many countries: a continent, a sea. */
  public boolean area(String name) {
    return areas.contains(PlaceKey.of(name));
  }
}
