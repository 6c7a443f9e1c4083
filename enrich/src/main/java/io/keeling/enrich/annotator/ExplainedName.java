package io.keeling.enrich.annotator;

import io.keeling.contract.enriched.Name;
import io.keeling.enrich.places.PlaceChoice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A name with its explanation.
 *
 * @param name the name as the annotation has it
 * @param forms each mention as the text has it
 * @param reasons for each mention, why it belongs to the name
 * @param choice the place that was chosen, with the alternatives; null if the name has none
 */
public record ExplainedName(
    Name name, List<String> forms, List<String> reasons, @Nullable PlaceChoice choice) {

  public ExplainedName {
    forms = List.copyOf(forms);
    reasons = List.copyOf(reasons);
  }
}
