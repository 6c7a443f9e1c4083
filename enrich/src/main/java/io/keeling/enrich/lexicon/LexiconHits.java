package io.keeling.enrich.lexicon;

import io.keeling.enrich.words.Word;
import java.util.List;

/**
 * What a lexicon found in an article.
 *
 * @param title the words of the title; those of phrases with another sense are {@link
 *     Word#masked()}
 * @param text the words of the text, likewise
 * @param climate the terms about climate change, title first
 * @param topics the terms that are evidence of each topic, in the taxonomy's order
 * @param mentions the terms that mention each topic, likewise
 */
public record LexiconHits(
    List<Word> title,
    List<Word> text,
    List<Hit> climate,
    List<List<Hit>> topics,
    List<List<Hit>> mentions) {

  /** Number of words of the text. */
  public int words() {
    return text.size();
  }
}
