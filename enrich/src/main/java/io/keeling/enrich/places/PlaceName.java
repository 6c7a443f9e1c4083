package io.keeling.enrich.places;

import io.keeling.enrich.gazetteer.Place;
import io.keeling.enrich.names.TaggedName;
import java.util.List;

/**
 * A name that an article uses for a place, with the places that it may mean.
 *
 * @param tagged the name and its mentions
 * @param around the text around each mention
 * @param candidates the places that it may mean; if a state or country follows the name, only those
 *     in it
 */
record PlaceName(TaggedName tagged, List<Surroundings> around, List<Place> candidates) {

  PlaceName {
    around = List.copyOf(around);
    candidates = List.copyOf(candidates);
  }

  String text() {
    return tagged.text();
  }

  /** Whether the name may mean a country or region. */
  boolean area() {
    return candidates.stream().anyMatch(Place::large);
  }
}
