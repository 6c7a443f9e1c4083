package io.keeling.enrich.gazetteer;

import io.keeling.contract.enriched.CountryWeight;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The Wikidata items of countries (from country-coder), and of regions, large cities, companies and
 * public bodies (from name-suggestion-index). A wrong item is worse than none, so only full names
 * match. If the source places a company or public body in a country, that country must be the
 * heaviest of the article. Immutable; threads may share it.
 */
public final class WikidataItems {

  /**
   * Maximum distance in degrees between a city of the gazetteer and its match: some 20 km, because
   * a source may locate a city at its centre or at its town hall.
   */
  private static final double SAME = 0.2;

  private record Body(String item, String country, String label) {}

  private final Map<String, String> countries = new HashMap<>();
  private final Map<Place, String> places = new IdentityHashMap<>();
  private final Map<String, Body> bodies = new HashMap<>();

  /** Loads the items and finds their places in a gazetteer. */
  public WikidataItems(PlaceGazetteer gazetteer) {
    for (String[] row : PlaceFiles.rows("wikidata.tsv")) {
      countries.put(row[0], row[1]);
    }
    for (String[] row : PlaceFiles.rows("wikidata-places.tsv")) {
      gazetteer.find(row[3]).stream()
          .filter(p -> p.country().equals(row[2]))
          .filter(p -> row[1].equals("R") ? p.kind() == Place.Kind.REGION : near(p, row))
          .findFirst()
          .ifPresent(place -> places.put(place, row[0]));
    }
    for (String[] row : PlaceFiles.rows("wikidata-bodies.tsv")) {
      bodies.put(row[2], new Body(row[0], row[1], row[2]));
    }
    for (String[] row : PlaceFiles.rows("body-aliases.tsv")) {
      bodies.put(row[0], Objects.requireNonNull(bodies.get(row[1]), row[1]));
    }
  }

  private static boolean near(Place place, String[] row) {
    return place.kind() == Place.Kind.CITY
        && place.lat() != null
        && place.lon() != null
        && Math.abs(place.lat() - Double.parseDouble(row[4])) < SAME
        && Math.abs(place.lon() - Double.parseDouble(row[5])) < SAME;
  }

  /** The item of a country, by its ISO code. */
  public @Nullable String country(String code) {
    return countries.get(code);
  }

  /** The item of a region or city of the gazetteer. */
  public @Nullable String place(Place place) {
    return places.get(place);
  }

  /**
   * The item of a company or public body; null if no item fits.
   *
   * @param weights the article's countries, heaviest first
   */
  public @Nullable String body(String name, List<CountryWeight> weights) {
    Body body = find(name);
    if (body == null) {
      return null;
    }
    boolean there =
        body.country().isEmpty()
            || (!weights.isEmpty() && weights.get(0).code().equals(body.country()));
    return there ? body.item() : null;
  }

  /** The usual English name of a company or public body that has an item. */
  public @Nullable String label(String name) {
    Body body = find(name);
    return body == null ? null : body.label();
  }

  private @Nullable Body find(String name) {
    return bodies.get(name.startsWith("the ") ? name.substring(4) : name);
  }

  /** How many places have an item, for tests. */
  public int places() {
    return places.size();
  }
}
