package io.keeling.enrich.taxonomy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The topics that articles can be given, and the terms that show them. Read from {@code
 * taxonomy.yaml} by {@link TaxonomyReader}.
 *
 * @param version counts the releases of the taxonomy
 * @param digest hash of the file, so that two files under one version can be told apart
 * @param groups in the order editors see them
 * @param ignore by language: phrases that look like climate terms and are not, such as "political
 *     climate"; the words they cover count for no topic
 * @param climate terms about climate change itself
 * @param topics in the order editors see them
 */
public record Taxonomy(
    int version,
    String digest,
    List<TopicGroup> groups,
    Map<String, List<String>> ignore,
    List<LexiconEntry> climate,
    List<TaxonomyTopic> topics) {

  public Taxonomy {
    groups = List.copyOf(groups);
    ignore = Map.copyOf(ignore);
    climate = List.copyOf(climate);
    topics = List.copyOf(topics);
  }

  /** The languages that have a lexicon for climate change. */
  public Set<String> languages() {
    Set<String> languages = new TreeSet<>();
    climate.forEach(entry -> languages.add(entry.language()));
    return languages;
  }
}
