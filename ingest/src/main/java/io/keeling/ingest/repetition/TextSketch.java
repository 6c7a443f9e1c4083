package io.keeling.ingest.repetition;

import io.keeling.contract.article.Article;
import io.keeling.contract.article.ArticleIds;
import io.keeling.reader.wording.Folded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A digest of an article's text: its longest paragraphs, as hashes of their folded words.
 *
 * @param article the first 64 bits of the article's id
 * @param paragraphs the longest paragraphs, without repetitions, longest first
 */
record TextSketch(long article, List<Paragraph> paragraphs) {

  /**
   * Maximum number of paragraphs that represent a text. A notice in place of an article has fewer,
   * and eight paragraphs that all occur elsewhere are no coincidence. Not configurable, as sketches
   * of different lengths cannot be compared.
   */
  static final int MOST_PARAGRAPHS = 8;

  private static final int HEXADECIMAL = 16;

  /**
   * @param hash 32 bits of the SHA-256 of the folded words
   * @param length number of folded characters
   */
  record Paragraph(int hash, int length) {}

  TextSketch {
    paragraphs = List.copyOf(paragraphs);
  }

  static TextSketch of(Article article) {
    List<String> folded = new ArrayList<>();
    for (String paragraph : article.text().split("\n\n")) {
      String words = Folded.of(paragraph);
      if (!words.isEmpty()) {
        folded.add(words);
      }
    }
    List<Paragraph> longest =
        folded.stream()
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .limit(MOST_PARAGRAPHS)
            .map(words -> new Paragraph((int) bits(ArticleIds.id(words), 32), words.length()))
            .toList();
    return new TextSketch(bits(article.id(), Long.SIZE), longest);
  }

  private static long bits(String hash, int bits) {
    return Long.parseUnsignedLong(hash.substring(0, bits / 4), HEXADECIMAL);
  }
}
