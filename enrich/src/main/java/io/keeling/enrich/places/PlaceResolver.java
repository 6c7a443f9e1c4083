package io.keeling.enrich.places;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Chooses the place a name means: by what stands behind it ("Paris, Texas"), by kind and
 * inhabitants, and by the countries the article speaks of. Immutable; threads may share it.
 */
final class PlaceResolver {

  private static final Pattern QUALIFIER =
      Pattern.compile("^(?:,\\s+|\\s+\\()(\\p{Lu}[\\p{L}.-]*(?:\\s+\\p{Lu}[\\p{L}.-]*){0,2})");

  /** A qualifier that ends there; in a list, such as "Brussels, Washington and Rome", none does. */
  private static final Pattern CLOSED =
      Pattern.compile(
          "^(?:,\\s+|\\s+\\()(\\p{Lu}[\\p{L}-]*(?:\\s+\\p{Lu}[\\p{L}-]*){0,2})"
              + "(?:[).;:]|$|,\\s+(?!(?:and|or)\\b)\\p{Ll})");

  private static final Pattern STATE = Pattern.compile("^\\s+[Ss]tate\\b(?!\\s+[Uu]niversity)");
  private static final Pattern DIRECTION =
      Pattern.compile(
          "^(?i:north|south|east|west|central|upper|lower|greater|mainland|downtown|inner|outer|"
              + "northern|southern|eastern|western|north-eastern|north-western|south-eastern|"
              + "south-western|northeastern|northwestern|southeastern|southwestern|coastal|rural)"
              + "[ -]+(?=\\p{Lu})");

  /** Countries whose towns are written with their state. */
  private static final Set<String> STATES_BEHIND_TOWNS = Set.of("US", "CA", "AU");

  /** What a kind is worth before anything is known; a city by the logarithm of its inhabitants. */
  private static final double COUNTRY = 1.0;

  private static final double CAPITAL = 0.95;
  private static final double REGION = 0.8;
  private static final double MAGNITUDES = 8;

  /** What the context can add to a country or region: enough to make Georgia a state. */
  private static final double CONTEXT = 0.4;

  /**
   * What the context can add to a city, by the square of its country's share, so that only an
   * article that hardly leaves a country adds much: makes a Birmingham of 200,000 in Alabama of one
   * of a million in England.
   */
  private static final double CITY_CONTEXT = 0.2;

  /** How many times larger than a namesake a well-known city is for the context not to matter. */
  private static final int OVERSHADOWED = 5;

  /** How many times larger a namesake is that a capital nobody speaks of gives way to. */
  private static final int DWARFED = 10;

  private static final double QUALIFIED = 10;

  /** How far ahead of the next a place must be; a country without context is not that far. */
  private static final double SURE = 0.25;

  private final Gazetteer gazetteer;

  PlaceResolver(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** The places a name could mean, leaving out a direction in front of it. */
  List<Place> candidates(String name) {
    List<Place> places = gazetteer.find(name);
    if (places.isEmpty()) {
      Matcher direction = DIRECTION.matcher(name);
      if (direction.find()) {
        return gazetteer.find(name.substring(direction.end())).stream()
            .filter(p -> p.kind() != Place.Kind.CITY)
            .toList();
      }
      int comma = name.indexOf(',');
      return comma > 0 ? gazetteer.find(name.substring(0, comma)) : places;
    }
    return places;
  }

  /**
   * Chooses.
   *
   * @param behind what stands behind one of its mentions in the text
   */
  Optional<PlaceChoice> resolve(String name, List<String> behind, PlaceContext context) {
    List<Place> candidates = new ArrayList<>(candidates(name));
    List<Place> qualifiers = new ArrayList<>();
    List<Place> states = new ArrayList<>();
    boolean state = false;
    int comma = name.indexOf(',');
    if (comma > 0) {
      states.addAll(qualifiersOf(name.substring(comma + 1).strip()));
      qualifiers.addAll(states);
    }
    for (String text : behind) {
      Matcher matcher = QUALIFIER.matcher(text);
      if (matcher.find()) {
        qualifiers.addAll(qualifiersOf(matcher.group(1)));
      }
      Matcher closed = CLOSED.matcher(text);
      if (closed.find()) {
        states.addAll(qualifiersOf(closed.group(1)));
      }
      state |= STATE.matcher(text).find();
    }
    smallTown(name, candidates, states).ifPresent(candidates::add);
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    boolean asState = state;
    ToDoubleFunction<Place> worth =
        place ->
            prior(place, candidates, context)
                + (asState && place.kind() == Place.Kind.REGION ? QUALIFIED : 0)
                + (qualifiers.stream().anyMatch(q -> lies(place, q)) ? QUALIFIED : 0);
    candidates.sort(Comparator.comparingDouble(worth).reversed());
    boolean sure =
        candidates.size() == 1
            || worth.applyAsDouble(candidates.get(0)) - worth.applyAsDouble(candidates.get(1))
                >= SURE;
    return Optional.of(
        new PlaceChoice(candidates.get(0), candidates.subList(1, candidates.size()), sure));
  }

  /** Regions and countries called so, by as many of the words as make a name. */
  private List<Place> qualifiersOf(String words) {
    String rest = words;
    while (true) {
      List<Place> found = areas(rest);
      if (found.isEmpty()) {
        found = areas(rest + " State");
      }
      int space = rest.lastIndexOf(' ');
      if (!found.isEmpty() || space < 0) {
        return found;
      }
      rest = rest.substring(0, space);
    }
  }

  private List<Place> areas(String name) {
    return gazetteer.find(name).stream().filter(p -> p.kind() != Place.Kind.CITY).toList();
  }

  /** The town that a text puts in a state where the gazetteer has none: "Geneva, New York". */
  private static Optional<Place> smallTown(
      String name, List<Place> candidates, List<Place> states) {
    if (states.stream().anyMatch(q -> candidates.stream().anyMatch(p -> lies(p, q)))
        || candidates.stream().anyMatch(p -> p.kind() != Place.Kind.CITY)) {
      return Optional.empty();
    }
    String plain = name.indexOf(',') > 0 ? name.substring(0, name.indexOf(',')) : name;
    return states.stream()
        .filter(q -> STATES_BEHIND_TOWNS.contains(q.country()) && q.region() != null)
        .findFirst()
        .map(q -> new Place(plain, Place.Kind.CITY, q.country(), q.region(), null, null, 0, false));
  }

  private static boolean lies(Place place, Place in) {
    return place.kind() == Place.Kind.CITY
        && place.country().equals(in.country())
        && (in.kind() == Place.Kind.COUNTRY
            || (in.region() != null && in.region().equals(place.region())));
  }

  private double prior(Place place, List<Place> candidates, PlaceContext context) {
    double share = context.share(place.country());
    return switch (place.kind()) {
      case COUNTRY -> COUNTRY + CONTEXT * share;
      case REGION -> REGION + CONTEXT * share;
      case CITY ->
          place.capital() && (share > 0 || !dwarfed(place, candidates))
              ? CAPITAL + CONTEXT * share
              : Math.log10(place.population() + 1.0) / MAGNITUDES
                  + (overshadowed(place, candidates) ? 0 : CITY_CONTEXT * share * share);
    };
  }

  private static boolean dwarfed(Place capital, List<Place> candidates) {
    return candidates.stream().anyMatch(p -> p.population() > DWARFED * capital.population());
  }

  /** Whether readers think of a well-known namesake unless they are told otherwise. */
  private boolean overshadowed(Place city, List<Place> candidates) {
    return candidates.stream()
        .anyMatch(p -> gazetteer.wellKnown(p) && p.population() > OVERSHADOWED * city.population());
  }
}
