package io.keeling.enrich.taxonomy;

import java.util.List;

/**
 * Terms that are evidence of a topic or of climate change, with the context that they need.
 *
 * @param language ISO 639-1 code of the texts it applies to
 * @param weight strength of one occurrence as evidence: 3 is enough alone, 1 is a hint
 * @param matchCase whether capitals must match, for abbreviations such as COP
 * @param terms words and phrases
 * @param near phrases of which one must occur within a few words; empty for no condition
 * @param with phrases of which one must occur somewhere in the article; empty for no condition
 * @param unless phrases of which none may occur within a few words
 */
public record LexiconEntry(
    String language,
    double weight,
    boolean matchCase,
    List<String> terms,
    List<String> near,
    List<String> with,
    List<String> unless) {

  /** The largest weight that a taxonomy may give. */
  public static final double HEAVIEST = 5;

  /** The weight of a term that names its topic alone; docs/taxonomy.md explains it to editors. */
  public static final double ALONE = 3;

  public LexiconEntry {
    terms = List.copyOf(terms);
    near = List.copyOf(near);
    with = List.copyOf(with);
    unless = List.copyOf(unless);
  }
}
