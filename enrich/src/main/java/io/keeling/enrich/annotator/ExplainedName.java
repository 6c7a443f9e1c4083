package io.keeling.enrich.annotator;

import io.keeling.contract.enriched.Name;
import io.keeling.enrich.places.PlaceChoice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A name, and how it came about.
 *
 * @param name the name as it is given
 * @param forms each mention as the text has it
 * @param reasons for each mention, why it belongs to the name
 * @param choice the place it was taken for, and what it could have been
 */
public record ExplainedName(
    Name name, List<String> forms, List<String> reasons, @Nullable PlaceChoice choice) {

  public ExplainedName {
    forms = List.copyOf(forms);
    reasons = List.copyOf(reasons);
  }
}
