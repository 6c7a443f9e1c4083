package io.keeling.enrich.places;

import java.util.List;

/**
 * The place a name was taken for, and the others it could have been. Immutable and safe to share
 * between threads.
 *
 * @param place the chosen one
 * @param alternatives the others, likeliest first
 * @param sure whether nothing else comes close
 */
public record PlaceChoice(Place place, List<Place> alternatives, boolean sure) {

  public PlaceChoice {
    alternatives = List.copyOf(alternatives);
  }
}
