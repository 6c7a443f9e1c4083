package io.keeling.enrich.places;

import io.keeling.enrich.gazetteer.Place;
import io.keeling.enrich.gazetteer.PlaceGazetteer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Says in words why a place was chosen for a name: the contexts that {@link PlaceResolver} and
 * {@link PlaceWorth} weigh, strongest first.
 */
final class PlaceReasons {

  static final String ONLY_ONE = "the only place known by this name";

  private static final String ONLY_LIKELY =
      "the only one of this name that is large or lies where the article is set";

  private final PlaceGazetteer gazetteer;

  PlaceReasons(PlaceGazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /**
   * The reasons for a choice.
   *
   * @param qualifiers the areas that follow the name
   * @param joined whether the place is named beside another region of its country
   * @param atHome whether most names of the article have a place in its region
   */
  List<String> of(
      PlaceChoice choice,
      PlaceName name,
      List<Place> qualifiers,
      PlaceContext context,
      boolean joined,
      boolean atHome) {
    Place place = choice.place();
    List<String> reasons = new ArrayList<>();
    qualifier(place, qualifiers).ifPresent(q -> reasons.add("the text puts it in " + q.name()));
    if (place.large() && Surroundings.any(name.around(), Surroundings::state)) {
      reasons.add("the text calls it a state or province");
    }
    if (place.kind() == Place.Kind.COUNTRY
        && Surroundings.any(name.around(), Surroundings::republic)) {
      reasons.add("the text calls it a republic");
    }
    if (place.kind() == Place.Kind.REGION
        && Surroundings.any(name.around(), Surroundings::governed)) {
      reasons.add("the text gives it a governor or a legislature");
    }
    if (place.kind() == Place.Kind.COUNTRY
        && Surroundings.any(name.around(), Surroundings::sovereign)) {
      reasons.add("the text gives it a prime minister or a parliament");
    }
    if (choice.alternatives().isEmpty()) {
      reasons.add(name.candidates().size() > 1 ? ONLY_LIKELY : ONLY_ONE);
      return reasons;
    }
    if (joined) {
      reasons.add("it is named beside another region of " + place.country());
    }
    if (atHome) {
      reasons.add("other names of the article lie in the same region");
    }
    others(place, context).ifPresent(reasons::add);
    if (context.home(place.country())) {
      reasons.add("the outlet's country");
    }
    byItself(place, choice.alternatives()).ifPresent(reasons::add);
    if (!choice.sure() || reasons.isEmpty()) {
      reasons.add("others come close");
    }
    return reasons;
  }

  /** The smallest of the areas after the name that the place lies in. */
  private static Optional<Place> qualifier(Place place, List<Place> qualifiers) {
    return qualifiers.stream()
        .filter(place::liesIn)
        .max(Comparator.comparing((Place q) -> q.kind() != Place.Kind.COUNTRY));
  }

  /** What the other places and demonyms of the article show. */
  private static Optional<String> others(Place place, PlaceContext context) {
    double share = context.share(place.country());
    if (share <= 0) {
      return Optional.empty();
    }
    String of = String.format(Locale.ROOT, "%.0f %% of the other places and demonyms", 100 * share);
    String region = context.mentionsOfRegion(place) > 0 ? ", some in the same region" : "";
    return Optional.of(of + " are of " + place.country() + region);
  }

  /** What is known of the place without a context. */
  private Optional<String> byItself(Place place, List<Place> others) {
    if (place.kind() == Place.Kind.COUNTRY) {
      return Optional.of("a country comes before towns and regions");
    }
    if (place.capital()) {
      return Optional.of("a capital");
    }
    if (gazetteer.preferred(place)) {
      return Optional.of("the one that news usually means");
    }
    if (place.kind() == Place.Kind.REGION) {
      return Optional.of("a region that news names alone");
    }
    boolean largest = others.stream().allMatch(p -> p.population() < place.population());
    return largest ? Optional.of("the largest population") : Optional.empty();
  }
}
