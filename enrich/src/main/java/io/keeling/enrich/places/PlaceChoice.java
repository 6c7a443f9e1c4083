package io.keeling.enrich.places;

import io.keeling.enrich.gazetteer.Place;
import java.util.List;
import java.util.function.Supplier;

/**
 * The place that was chosen for a name, and its alternatives.
 *
 * @param place the chosen place
 * @param alternatives the places not chosen, likeliest first
 * @param sure whether no alternative comes close
 * @param why the reasons in words, strongest first; computed only on request, because tagging does
 *     not need them
 */
public record PlaceChoice(
    Place place, List<Place> alternatives, boolean sure, Supplier<List<String>> why) {

  public PlaceChoice {
    alternatives = List.copyOf(alternatives);
  }

  PlaceChoice(Place place, List<Place> alternatives, boolean sure, String reason) {
    this(place, alternatives, sure, () -> List.of(reason));
  }

  /** This choice with another reason. */
  PlaceChoice because(String reason) {
    return new PlaceChoice(place, alternatives, sure, reason);
  }

  /** The reasons in words, strongest first. */
  public List<String> reasons() {
    return why.get();
  }
}
