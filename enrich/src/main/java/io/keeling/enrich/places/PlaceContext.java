package io.keeling.enrich.places;

import io.keeling.enrich.gazetteer.Place;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The countries and regions that an article certainly mentions. They decide between the candidates
 * of doubtful places. For one article. The figures were tuned on our own articles and on those of
 * {@code training/eval/places.tsv}.
 */
final class PlaceContext {

  /** Weight of the outlet's own country, in mentions: it decides only where nothing else does. */
  private static final double OUTLET = 0.5;

  /**
   * Weight of a small town, or of a name whose several places are all in one country. Such a name
   * may not mean a place in this text.
   */
  private static final double ONLY_ONE = 0.4;

  /** How many times larger than its namesakes a city must be to be meant without doubt. */
  private static final int DWARFED = 5;

  /**
   * Maximum ratio of a city abroad to its namesake in the outlet's country, in inhabitants, for the
   * namesake to be meant.
   */
  private static final int ABROAD = 12;

  /** Share of the mentions that makes a country the one where the article is set. */
  private static final double MOST = 0.5;

  /** Minimum ratio of a leading country's mentions to those of any other country. */
  private static final double LEAD = 1.8;

  /** Sums of floating-point numbers below this count as zero. */
  private static final double PRECISE = 1e-9;

  /** What a name by itself added to the context. */
  private record Guess(Place place, double weight) {}

  private final Map<String, Double> countries = new HashMap<>();
  private final Map<String, Double> regions = new HashMap<>();
  private final Map<String, Guess> guesses = new HashMap<>();
  private double total;
  private double totalOfRegions;

  private final @Nullable String outletCountry;

  PlaceContext(@Nullable String outletCountry) {
    this.outletCountry = outletCountry;
    if (outletCountry != null) {
      add(outletCountry, OUTLET);
    }
  }

  void add(String country, double weight) {
    countries.merge(country, weight, Double::sum);
    total += weight;
  }

  /** Adds a place that is certainly meant, with its country and its region. */
  void add(Place place, double weight) {
    add(place.country(), weight);
    if (place.region() != null) {
      regions.merge(place.country() + " " + place.region(), weight, Double::sum);
      totalOfRegions += weight;
    }
  }

  /** Adds the place that a name certainly means, or else the country that all its places are in. */
  void addIfClear(String name, List<Place> places, double weight) {
    Optional<Place> clear = clear(places);
    if (clear.isPresent()) {
      boolean small = !clear.get().large() && clear.get().small();
      double share = small ? ONLY_ONE * weight : weight;
      add(clear.get(), share);
      if (clear.get().kind() != Place.Kind.COUNTRY) {
        guesses.put(name, new Guess(clear.get(), share));
      }
    } else if (!places.isEmpty()) {
      Set<String> where = new HashSet<>();
      places.forEach(p -> where.add(p.country()));
      if (where.size() == 1) {
        add(places.get(0).country(), ONLY_ONE * weight);
      }
    }
  }

  /**
   * Removes what the name of a town or region added, because a name is no evidence for its own
   * place.
   */
  void withhold(String name) {
    Guess guess = guesses.get(name);
    if (guess != null) {
      add(guess.place(), -guess.weight());
    }
  }

  /** Adds what {@link #withhold} removed. */
  void restore(String name) {
    Guess guess = guesses.get(name);
    if (guess != null) {
      add(guess.place(), guess.weight());
    }
  }

  /**
   * The country or region that a name certainly means. If it names only towns, the one that is much
   * larger than those in other regions.
   */
  static Optional<Place> clear(List<Place> places) {
    List<Place> areas = places.stream().filter(Place::large).toList();
    if (!areas.isEmpty()) {
      Place first = areas.get(0);
      return areas.stream().allMatch(p -> p.country().equals(first.country()))
          ? Optional.of(first)
          : Optional.empty();
    }
    return places.stream()
        .max(Comparator.comparingLong(Place::population))
        .filter(
            largest ->
                places.stream()
                    .filter(p -> !p.equals(largest) && !sameRegion(p, largest))
                    .allMatch(p -> p.population() * DWARFED < largest.population()));
  }

  private static boolean sameRegion(Place one, Place other) {
    return one.country().equals(other.country())
        && one.region() != null
        && one.region().equals(other.region());
  }

  /** Whether this is the outlet's own country. The outlet need not say where its towns are. */
  boolean home(String country) {
    return country.equals(outletCountry);
  }

  /**
   * The largest of these cities in the outlet's country, unless the text mentions the country of
   * the largest one abroad: a paper in England means its own Scarborough, although the one abroad
   * is larger.
   */
  Optional<Place> own(List<Place> places) {
    Optional<Place> largest =
        places.stream()
            .filter(p -> !p.country().equals(outletCountry))
            .max(Comparator.comparingLong(Place::population));
    return places.stream()
        .filter(p -> p.kind() == Place.Kind.CITY && home(p.country()) && !p.small())
        .max(Comparator.comparingLong(Place::population))
        .filter(
            own ->
                places.stream().noneMatch(p -> p.large() || p.capital())
                    && largest.isPresent()
                    && largest.get().population() < ABROAD * own.population()
                    && !countries().contains(largest.get().country()));
  }

  /** The countries mentioned so far; the outlet's own only if the text mentions it. */
  Set<String> countries() {
    Set<String> found = new HashSet<>(countries.keySet());
    if (outletCountry != null && countries.getOrDefault(outletCountry, 0.0) <= OUTLET) {
      found.remove(outletCountry);
    }
    return found;
  }

  /** This country's share of the context, 0 to 1. */
  double share(String country) {
    return total < PRECISE ? 0 : countries.getOrDefault(country, 0.0) / total;
  }

  /** Weighted mentions of this place's region in the context. */
  double mentionsOfRegion(Place place) {
    return place.region() == null
        ? 0
        : regions.getOrDefault(place.country() + " " + place.region(), 0.0);
  }

  /** This place's region's share of all regions mentioned, 0 to 1. */
  double shareOfRegion(Place place) {
    return totalOfRegions < PRECISE ? 0 : mentionsOfRegion(place) / totalOfRegions;
  }

  /** The most mentioned country, if it has this share of the context and this many mentions. */
  Optional<String> home(double share, double mentions) {
    return countries.entrySet().stream()
        .filter(e -> e.getValue() >= mentions && e.getValue() >= share * total)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey);
  }

  /** Whether no other country accounts for most of the context. */
  boolean leaves(String country) {
    return home(MOST, 1).filter(home -> !home.equals(country)).isEmpty();
  }

  /** Whether a country has at least {@link #LEAD} times as many mentions as any other. */
  boolean leads(String country) {
    double mentions = countries.getOrDefault(country, 0.0);
    return countries.entrySet().stream()
        .allMatch(e -> e.getKey().equals(country) || e.getValue() * LEAD <= mentions);
  }

  /** Whether the context has a region or town of a country, so that the article is set there. */
  boolean namesRegionOf(String country) {
    return regions.keySet().stream().anyMatch(r -> r.startsWith(country + " "));
  }
}
