package io.keeling.enrich.places;

import io.keeling.enrich.gazetteer.Place;
import io.keeling.enrich.gazetteer.PlaceGazetteer;
import io.keeling.models.files.WordSections;
import java.util.List;
import java.util.Set;

/**
 * The worth of a place, before the words around its name are taken into account. The figures were
 * tuned on our own articles and on the {@code look} half of {@code training/eval/places.tsv}.
 */
final class PlaceWorth {

  private static final WordSections WORDS = new WordSections(PlaceWorth.class);

  /** Worth of a country without context. */
  private static final double COUNTRY = 1.0;

  /** Worth of a capital. */
  private static final double CAPITAL = 0.95;

  /** Worth of a region. */
  private static final double REGION = 0.8;

  /** Decimal logarithm of the inhabitants at which a city is worth as much as a country. */
  private static final double MAGNITUDES = 8;

  /**
   * Worth of a division relative to a city with as many inhabitants. It is lower because texts
   * usually name a division together with its kind.
   */
  private static final double DIVISION = 0.9;

  /** What the context can add to a country or region: enough for Georgia to be the state. */
  private static final double CONTEXT = 0.4;

  /**
   * What the context can add to a city, times the square of its country's share, so that it matters
   * only if the article hardly leaves the country: a Birmingham of 200,000 in Alabama then
   * outweighs one of a million in England.
   */
  private static final double CITY_CONTEXT = 0.2;

  /**
   * What the region can add, if the article names it more than once and few other regions: Naples
   * of 20,000 in Florida then outweighs one of a million in Italy.
   */
  private static final double REGION_CONTEXT = 0.35;

  /** Bonus of the place that news means rather than its namesakes: Valencia in Spain. */
  private static final double PREFERRED = 0.05;

  /** Bonus of a place in the outlet's country. */
  private static final double HOME = 0.1;

  /** Weighted mentions of the region at which it adds all of {@link #REGION_CONTEXT}. */
  private static final double ENOUGH_MENTIONS = 1.5;

  /** How many times larger than a namesake a known city must be for context not to matter. */
  private static final int OVERSHADOWED = 5;

  /** How many times larger a namesake must be to outweigh a capital without context. */
  private static final int DWARFED = 10;

  /** Maximum distance, in degrees, at which the same readers know both namesakes. */
  private static final double NEAR = 4;

  /** Territories whose capitals are meant only if the article mentions the territory. */
  private static final Set<String> DEPENDENT = WORDS.set("dependent");

  private final PlaceGazetteer gazetteer;

  PlaceWorth(PlaceGazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  double of(Place place, List<Place> candidates, PlaceContext context) {
    if (place.kind() == Place.Kind.CITY && nearLarger(place, candidates, DWARFED)) {
      return magnitude(place);
    }
    double share = context.share(place.country());
    double regional = share * regional(place, context);
    return switch (place.kind()) {
      case COUNTRY -> COUNTRY + CONTEXT * share;
      case REGION -> REGION + CONTEXT * share;
      case DIVISION -> DIVISION * magnitude(place) + CITY_CONTEXT * share * share + regional;
      case SITE -> 0;
      case CITY ->
          place.capital()
                  && (share > 0
                      || !(dwarfed(place, candidates) || DEPENDENT.contains(place.country())))
              ? CAPITAL + CONTEXT * share
              : magnitude(place)
                  + regional
                  + (gazetteer.preferred(place) ? PREFERRED : 0)
                  + (context.home(place.country()) ? HOME : 0)
                  + (overshadowed(place, candidates) ? 0 : CITY_CONTEXT * share * share);
    };
  }

  private static double magnitude(Place place) {
    return Math.log10(place.population() + 1.0) / MAGNITUDES;
  }

  private static double regional(Place place, PlaceContext context) {
    double share = context.shareOfRegion(place);
    return REGION_CONTEXT
        * Math.min(1, context.mentionsOfRegion(place) / ENOUGH_MENTIONS)
        * share
        * share;
  }

  /**
   * Whether a namesake this many times larger lies nearby across a border, so that people there
   * mean it too: Lille in France beside the Belgian town. The context is the same for both.
   */
  static boolean nearLarger(Place city, List<Place> candidates, int times) {
    return city.lat() != null
        && city.lon() != null
        && candidates.stream()
            .anyMatch(
                p ->
                    p.kind() == Place.Kind.CITY
                        && p.population() > times * city.population()
                        && !p.country().equals(city.country())
                        && p.lat() != null
                        && p.lon() != null
                        && Math.abs(p.lat() - city.lat()) < NEAR
                        && Math.abs(p.lon() - city.lon()) < NEAR);
  }

  private static boolean dwarfed(Place capital, List<Place> candidates) {
    return candidates.stream().anyMatch(p -> p.population() > DWARFED * capital.population());
  }

  /** Whether readers think of a well-known namesake unless the text says otherwise. */
  private boolean overshadowed(Place city, List<Place> candidates) {
    return candidates.stream()
        .anyMatch(p -> gazetteer.wellKnown(p) && p.population() > OVERSHADOWED * city.population());
  }
}
