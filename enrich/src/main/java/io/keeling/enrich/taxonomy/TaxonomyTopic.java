package io.keeling.enrich.taxonomy;

import java.util.List;

/**
 * A topic of the taxonomy. Immutable and safe to share between threads.
 *
 * @param id stable name, as in the articles
 * @param group id of its group
 * @param label as editors read it
 * @param note what belongs to it and what does not
 * @param codes what other taxonomies call it
 * @param needsClimate whether it counts only in an article that speaks of climate change
 * @param ignore phrases that look like the topic and are not
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
    List<String> ignore,
    List<LexiconEntry> lexicon,
    List<LexiconEntry> mentions) {

  public TaxonomyTopic {
    ignore = List.copyOf(ignore);
    lexicon = List.copyOf(lexicon);
    mentions = List.copyOf(mentions);
  }
}
