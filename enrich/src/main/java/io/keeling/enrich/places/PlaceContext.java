package io.keeling.enrich.places;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which countries an article speaks of beyond doubt: what doubtful places are decided by. Immutable
 * once built; for one article.
 */
final class PlaceContext {

  /** What the outlet's own country counts, in mentions: it decides only where nothing else does. */
  private static final double OUTLET = 0.5;

  /** How many times larger a city is than one that nobody thinks of beside it. */
  private static final int DWARFED = 5;

  private final Map<String, Double> mentions = new HashMap<>();
  private double total;

  PlaceContext(@Nullable String outletCountry) {
    if (outletCountry != null) {
      add(outletCountry, OUTLET);
    }
  }

  void add(String country, double weight) {
    mentions.merge(country, weight, Double::sum);
    total += weight;
  }

  /** Adds the country that a name means without doubt, if it does. */
  void addIfClear(List<Place> places) {
    clear(places).ifPresent(country -> add(country, 1));
  }

  /**
   * The one country of a name's countries and regions; where it only names cities, the country of
   * one that dwarfs those elsewhere.
   */
  static Optional<String> clear(List<Place> places) {
    List<Place> areas = places.stream().filter(p -> p.kind() != Place.Kind.CITY).toList();
    if (!areas.isEmpty()) {
      String country = areas.get(0).country();
      return areas.stream().allMatch(p -> p.country().equals(country))
          ? Optional.of(country)
          : Optional.empty();
    }
    return places.stream()
        .max(Comparator.comparingLong(Place::population))
        .filter(
            largest ->
                places.stream()
                    .filter(p -> !p.country().equals(largest.country()))
                    .allMatch(p -> p.population() * DWARFED < largest.population()))
        .map(Place::country);
  }

  /** The share of the context that is this country's, 0 to 1. */
  double share(String country) {
    return total == 0 ? 0 : mentions.getOrDefault(country, 0.0) / total;
  }
}
