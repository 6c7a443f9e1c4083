package io.keeling.enrich.places;

import java.util.List;

/**
 * The place a name was taken for, and the others it could have been. Immutable and safe to share
 * between threads.
 *
 * @param place the chosen one
 * @param alternatives the others, likeliest first
 * @param sure whether nothing else comes close
 * @param reasons what spoke for it, in words, strongest first
 */
public record PlaceChoice(
    Place place, List<Place> alternatives, boolean sure, List<String> reasons) {

  public PlaceChoice {
    alternatives = List.copyOf(alternatives);
    reasons = List.copyOf(reasons);
  }

  PlaceChoice(Place place, List<Place> alternatives, boolean sure, String reason) {
    this(place, alternatives, sure, List.of(reason));
  }

  /** The same with what spoke for it. */
  PlaceChoice because(List<String> spoke) {
    return new PlaceChoice(place, alternatives, sure, spoke);
  }
}
