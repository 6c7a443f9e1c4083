package io.keeling.enrich.taxonomy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A topic of the taxonomy.
 *
 * @param id stable name, as in the articles
 * @param group id of its group
 * @param label its name for editors
 * @param note what belongs to it and what does not
 * @param codes its codes in other taxonomies
 * @param needsClimate whether it counts only in an article that mentions climate change
 * @param ignore phrases that look like the topic and are not, by language; those of all languages
 *     are under {@link #EVERY_LANGUAGE}
 * @param lexicon terms that are evidence for it
 * @param mentions terms that mention it, whether or not the article is about it
 */
public record TaxonomyTopic(
    String id,
    String group,
    String label,
    String note,
    TopicCodes codes,
    boolean needsClimate,
    Map<String, List<String>> ignore,
    List<LexiconEntry> lexicon,
    List<LexiconEntry> mentions) {

  /** Stands for all languages. */
  static final String EVERY_LANGUAGE = "*";

  public TaxonomyTopic {
    ignore = Map.copyOf(ignore);
    lexicon = List.copyOf(lexicon);
    mentions = List.copyOf(mentions);
  }

  /** The phrases that look like the topic and are not, in texts of a language. */
  public List<String> ignoreIn(String language) {
    return TaxonomyReader.both(
        ignore.getOrDefault(EVERY_LANGUAGE, List.of()), ignore.getOrDefault(language, List.of()));
  }

  /** This topic with the terms of another language added. */
  TaxonomyTopic with(
      String language,
      List<String> phrases,
      List<LexiconEntry> entries,
      List<LexiconEntry> mentioning) {
    Map<String, List<String>> ignored = new HashMap<>(ignore);
    ignored.put(language, phrases);
    return new TaxonomyTopic(
        id,
        group,
        label,
        note,
        codes,
        needsClimate,
        ignored,
        TaxonomyReader.both(lexicon, entries),
        TaxonomyReader.both(mentions, mentioning));
  }
}
