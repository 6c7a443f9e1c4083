package io.keeling.enrich.lexicon;

import io.keeling.enrich.words.Word;
import java.util.List;

/**
 * What a lexicon found in an article.
 *
 * @param title the words of the title; those of phrases with another sense are {@link
 *     Word#masked()}
 * @param text the words of the text, likewise
 * @param climate what speaks of climate change, title first
 * @param topics what speaks for each topic, in the taxonomy's order
 * @param mentions what says something of each topic, likewise
 */
public record LexiconHits(
    List<Word> title,
    List<Word> text,
    List<Hit> climate,
    List<List<Hit>> topics,
    List<List<Hit>> mentions) {

  /** How many words the text has. */
  public int words() {
    return text.size();
  }
}
