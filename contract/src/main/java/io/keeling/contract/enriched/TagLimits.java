package io.keeling.contract.enriched;

import java.util.List;

/**
 * How many and how long names an enriched article has, as the JSON Schema says. Topics and
 * countries are as many as the taxonomy and ISO 3166-1 have. No settings, for they are part of the
 * contract. The numbers were chosen, each for the reason beside it.
 */
public final class TagLimits {

  /** Longest name, in UTF-16 code units; what is longer is a sentence, and no filter takes it. */
  public static final int NAME = 200;

  /** Most names: ten times those of a long report. What is beyond them is hardly mentioned. */
  public static final int NAMES = 500;

  private TagLimits() {}

  /**
   * The names that are kept: none that is too long, and as many of the others as may be.
   *
   * @param names most salient first
   */
  public static List<Name> within(List<Name> names) {
    return names.stream().filter(name -> name.text().length() <= NAME).limit(NAMES).toList();
  }
}
