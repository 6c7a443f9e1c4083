package io.keeling.enrich.lexicon;

import java.util.List;

/**
 * What a lexicon found in an article. Immutable and safe to share between threads.
 *
 * @param words how many words the text has
 * @param climate what speaks of climate change, title first
 * @param topics what speaks for each topic, in the taxonomy's order
 */
public record LexiconHits(int words, List<Hit> climate, List<List<Hit>> topics) {}
