package io.keeling.enrich.annotator;

import io.keeling.contract.enriched.Name;
import io.keeling.enrich.places.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A name, and how it came about. Immutable and safe to share between threads.
 *
 * @param name the name as it is given
 * @param forms each mention as the text has it
 * @param reasons for each mention, why it belongs to the name
 * @param place the place it was taken for
 * @param alternatives the places it could have been, likeliest first
 * @param placeReasons what spoke for the place, in words, strongest first
 */
public record ExplainedName(
    Name name,
    List<String> forms,
    List<String> reasons,
    @Nullable Place place,
    List<Place> alternatives,
    List<String> placeReasons) {

  public ExplainedName {
    forms = List.copyOf(forms);
    reasons = List.copyOf(reasons);
    alternatives = List.copyOf(alternatives);
    placeReasons = List.copyOf(placeReasons);
  }
}
