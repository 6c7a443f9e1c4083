package io.keeling.enrich.places;

import io.keeling.enrich.gazetteer.Place;
import java.util.List;
import java.util.function.Supplier;

/**
 * The place a name was taken for, and the others it could have been.
 *
 * @param place the chosen one
 * @param alternatives the others, likeliest first
 * @param sure whether nothing else comes close
 * @param why what spoke for it, in words, strongest first; put in words when someone asks, as
 *     tagging does not
 */
public record PlaceChoice(
    Place place, List<Place> alternatives, boolean sure, Supplier<List<String>> why) {

  public PlaceChoice {
    alternatives = List.copyOf(alternatives);
  }

  PlaceChoice(Place place, List<Place> alternatives, boolean sure, String reason) {
    this(place, alternatives, sure, () -> List.of(reason));
  }

  /** This choice for another reason. */
  PlaceChoice because(String reason) {
    return new PlaceChoice(place, alternatives, sure, reason);
  }

  /** What spoke for it, in words, strongest first. */
  public List<String> reasons() {
    return why.get();
  }
}
