package io.keeling.enrich.places;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
  private static final Pattern STATE = Pattern.compile("^\\s+[Ss]tate\\b(?!\\s+[Uu]niversity)");
  private static final Pattern DIRECTION =
      Pattern.compile(
          "^(?i:north|south|east|west|central|upper|lower|greater|mainland|downtown|inner|outer|"
              + "northern|southern|eastern|western|north-eastern|north-western|south-eastern|"
              + "south-western|northeastern|northwestern|southeastern|southwestern|coastal|rural)"
              + "[ -]+(?=\\p{Lu})");

  /** What a kind is worth before anything is known; a city by the logarithm of its inhabitants. */
  private static final double COUNTRY = 1.0;

  private static final double CAPITAL = 0.95;
  private static final double REGION = 0.8;
  private static final double MAGNITUDES = 8;

  /** What the context can add to a country or region: enough to make Georgia a state. */
  private static final double CONTEXT = 0.4;

  /**
   * What the context can add to a city: makes a Birmingham of 200,000 in Alabama of one of a
   * million in England, but no Paris of 25,000 in Texas of one in France.
   */
  private static final double CITY_CONTEXT = 0.2;

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
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    List<Place> qualifiers = new ArrayList<>();
    boolean state = false;
    int comma = name.indexOf(',');
    if (comma > 0) {
      qualifiers.addAll(gazetteer.find(name.substring(comma + 1)));
    }
    for (String text : behind) {
      Matcher matcher = QUALIFIER.matcher(text);
      if (matcher.find()) {
        qualifiers.addAll(qualifiersOf(matcher.group(1)));
      }
      state |= STATE.matcher(text).find();
    }
    boolean asState = state;
    ToDoubleFunction<Place> worth =
        place ->
            prior(place, context)
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
      List<Place> found =
          gazetteer.find(rest).stream().filter(p -> p.kind() != Place.Kind.CITY).toList();
      int space = rest.lastIndexOf(' ');
      if (!found.isEmpty() || space < 0) {
        return found;
      }
      rest = rest.substring(0, space);
    }
  }

  private static boolean lies(Place place, Place in) {
    return place.kind() == Place.Kind.CITY
        && place.country().equals(in.country())
        && (in.kind() == Place.Kind.COUNTRY
            || (in.region() != null && in.region().equals(place.region())));
  }

  private static double prior(Place place, PlaceContext context) {
    double share = context.share(place.country());
    return switch (place.kind()) {
      case COUNTRY -> COUNTRY + CONTEXT * share;
      case REGION -> REGION + CONTEXT * share;
      case CITY ->
          place.capital()
              ? CAPITAL + CONTEXT * share
              : Math.log10(place.population() + 1.0) / MAGNITUDES + CITY_CONTEXT * share;
    };
  }
}
