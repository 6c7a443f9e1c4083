package io.keeling.enrich.taxonomy;

import java.util.List;

/** A taxonomy file that cannot be used. The message names every problem by its path in the file. */
public final class TaxonomyException extends RuntimeException {

  private final String file;
  private final List<String> problems;

  public TaxonomyException(String file, List<String> problems) {
    super(file + ": " + String.join("; ", problems));
    this.file = file;
    this.problems = List.copyOf(problems);
  }

  public String file() {
    return file;
  }

  /** One line for each problem, such as {@code topics[3].lexicon[2].weight: must be ...}. */
  public List<String> problems() {
    return problems;
  }
}
