package io.keeling.enrich.places;

import io.keeling.enrich.gazetteer.Place;
import io.keeling.enrich.names.TaggedName;
import java.util.List;

/**
 * A name that an article uses for a place, with what it could mean.
 *
 * @param tagged the name and its mentions
 * @param around what stands around each mention
 * @param candidates the places it could mean, of those in the state or country behind it if there
 *     is one
 */
record PlaceName(TaggedName tagged, List<Surroundings> around, List<Place> candidates) {

  PlaceName {
    around = List.copyOf(around);
    candidates = List.copyOf(candidates);
  }

  String text() {
    return tagged.text();
  }

  /** Whether readers take it for a country or region, or may do. */
  boolean area() {
    return candidates.stream().anyMatch(Place::large);
  }
}
