package io.keeling.enrich.taxonomy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A topic of the taxonomy.
 *
 * @param id stable name, as in the articles
 * @param group id of its group
 * @param label as editors read it
 * @param note what belongs to it and what does not
 * @param codes what other taxonomies call it
 * @param needsClimate whether it counts only in an article that speaks of climate change
 * @param ignore phrases that look like the topic and are not, by language; under {@link
 *     #EVERY_LANGUAGE} those of all
 * @param lexicon what speaks for it
 * @param mentions what says something of it, be the article about it or not
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

  /** The same with what another language adds. */
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
