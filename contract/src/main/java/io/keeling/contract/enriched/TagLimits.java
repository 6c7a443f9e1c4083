package io.keeling.contract.enriched;

import java.util.List;

/**
 * The limits of an enriched article's names, as in the JSON Schema. Topics and countries are
 * limited by the taxonomy and ISO 3166-1. These limits are not settings, as they are part of the
 * contract.
 */
public final class TagLimits {

  /** Longest name, in UTF-16 code units. Anything longer is a sentence, not a name. */
  public static final int NAME = 200;

  /** Maximum number of names: ten times as many as in a long report. */
  public static final int NAMES = 500;

  private TagLimits() {}

  /**
   * Returns the names within these limits.
   *
   * @param names most salient first
   */
  public static List<Name> within(List<Name> names) {
    return names.stream().filter(name -> name.text().length() <= NAME).limit(NAMES).toList();
  }
}
