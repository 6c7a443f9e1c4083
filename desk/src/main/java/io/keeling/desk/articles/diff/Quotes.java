package io.keeling.desk.articles.diff;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.enriched.Mention;
import io.keeling.contract.enriched.Name;
import io.keeling.contract.enriched.NameType;
import io.keeling.desk.articles.diff.Paragraphs.Paragraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds quotes that were added, removed or changed, and who is quoted. */
final class Quotes {

  private static final Map<Character, String> MARKS =
      Map.of('“', "”“", '„', "“”", '«', "»", '»', "«", '"', "\"", '”', "”");

  /** Minimum length of a quote, in words. Fewer words in quotation marks are usually a term. */
  private static final int FEWEST_WORDS = 4;

  /**
   * Length of the longest quote that is compared, in characters. A longer one is assumed to lack
   * its closing mark.
   */
  private static final int LONGEST = 2_000;

  private static final int MOST = 200;

  /**
   * Minimum similarity of a changed quote to the original, 0 to 1. With fewer than half of its
   * words in common, it counts as a different quote.
   */
  private static final double ALIKE = 0.5;

  private Quotes() {}

  /**
   * A quote.
   *
   * @param who the speaker, as the article names them; null if no name is near
   */
  private record Quote(String text, @Nullable String who) {}

  static List<Remark> compare(EnrichedArticle before, EnrichedArticle after) {
    Map<String, Quote> gone = of(before);
    Map<String, Quote> come = of(after);
    List<String> kept = gone.keySet().stream().filter(come::containsKey).toList();
    kept.forEach(gone::remove);
    kept.forEach(come::remove);
    // Computed once for each quote: there may be hundreds, and each is compared with all others.
    Map<String, Map<String, Integer>> bags = new HashMap<>();
    come.keySet().forEach(key -> bags.put(key, Words.bag(key)));
    List<Remark> remarks = new ArrayList<>();
    for (Quote quote : gone.values()) {
      Map<String, Integer> bag = Words.bag(quote.text());
      String like =
          come.keySet().stream()
              .filter(key -> Words.likeness(bag, bags.getOrDefault(key, Map.of())) >= ALIKE)
              .findFirst()
              .orElse(null);
      if (like != null) {
        come.remove(like);
      }
      remarks.add(
          Remark.by(
              like == null ? Remark.Kind.QUOTE_REMOVED : Remark.Kind.QUOTE_CHANGED, quote.who()));
    }
    come.values().forEach(q -> remarks.add(Remark.by(Remark.Kind.QUOTE_ADDED, q.who())));
    return remarks;
  }

  /** An article's quotes, by {@link #key}. */
  private static Map<String, Quote> of(EnrichedArticle enriched) {
    Map<String, Quote> quotes = new LinkedHashMap<>();
    for (Paragraph paragraph : Paragraphs.of(enriched.article().text())) {
      String text = paragraph.text();
      int at = 0;
      while (at < text.length() && quotes.size() < MOST) {
        String closing = MARKS.get(text.charAt(at));
        int end = closing == null ? -1 : end(text, at + 1, closing);
        if (end > 0) {
          String words = text.substring(at + 1, end);
          if (Words.bag(words).values().stream().mapToInt(n -> n).sum() >= FEWEST_WORDS) {
            quotes.put(
                key(words),
                new Quote(words, speaker(enriched.names(), paragraph, at + paragraph.start())));
          }
          at = end;
        }
        at++;
      }
    }
    return quotes;
  }

  private static int end(String text, int from, String closing) {
    for (int i = from; i < Math.min(text.length(), from + LONGEST); i++) {
      if (closing.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The words without punctuation and case, so that the kind of quotation marks does not matter.
   */
  private static String key(String words) {
    StringBuilder key = new StringBuilder();
    for (Words.Word word : Words.of(words)) {
      if (word.meaningful()) {
        key.append(key.length() == 0 ? "" : " ").append(word.key().toLowerCase(Locale.ROOT));
      }
    }
    return key.toString();
  }

  /** The nearest person named in the quote's paragraph, otherwise the nearest organisation. */
  private static @Nullable String speaker(List<Name> names, Paragraph paragraph, int quote) {
    String nearest = null;
    long least = Long.MAX_VALUE;
    for (Name name : names) {
      if (name.type() == NameType.LOCATION) {
        continue;
      }
      // Penalises organisations, so that any person takes precedence.
      long far = name.type() == NameType.PERSON ? 0 : Integer.MAX_VALUE;
      for (Mention mention : name.mentions()) {
        long distance = far + Math.abs((long) mention.start() - quote);
        if (mention.start() >= paragraph.start()
            && mention.end() <= paragraph.end()
            && distance < least) {
          least = distance;
          nearest = name.text();
        }
      }
    }
    return nearest;
  }
}
