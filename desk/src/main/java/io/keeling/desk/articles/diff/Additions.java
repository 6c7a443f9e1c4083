package io.keeling.desk.articles.diff;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.enriched.Name;
import io.keeling.desk.articles.diff.Paragraphs.Paragraph;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds what each telling of a story adds to the earlier ones. For one thread, which passes the
 * tellings in order.
 *
 * <p>Texts are compared by runs of three consecutive words. A paragraph is new if fewer than half
 * of its runs occur in earlier tellings.
 */
public final class Additions {

  /**
   * Number of words in a run. Runs of two words occur in any text on the same subject. Longer runs
   * would not be found again in a paragraph that was slightly reworded.
   */
  private static final int RUN = 3;

  /** Minimum share of known runs for a paragraph to count as known: half of them. */
  private static final double TOLD = 0.5;

  /**
   * Minimum length of a new paragraph, in words. Lines between sections, for example, are shorter
   * and not listed.
   */
  private static final int FEWEST_WORDS = 5;

  /** Maximum number of new paragraphs listed for one telling. */
  private static final int MOST_PARAGRAPHS = 20;

  /** Maximum number of new names listed for one telling: a line or two. */
  private static final int MOST_NAMES = 20;

  private final Set<Long> runs = new HashSet<>();
  private final Set<String> names = new HashSet<>();

  /**
   * What a telling adds.
   *
   * @param known the share of its runs that occur in earlier tellings, 0 to 1
   * @param paragraphs its first new paragraphs
   * @param more number of further new paragraphs
   * @param names names that no earlier telling mentions
   */
  public record Added(double known, List<String> paragraphs, int more, List<String> names) {
    public Added {
      paragraphs = List.copyOf(paragraphs);
      names = List.copyOf(names);
    }
  }

  /** Compares the next telling with all earlier ones. */
  public Added next(EnrichedArticle telling) {
    List<String> added = new ArrayList<>();
    Set<Long> own = new HashSet<>();
    int all = 0;
    int told = 0;
    int fresh = 0;
    for (Paragraph paragraph : Paragraphs.of(telling.article().text())) {
      List<Long> its = runs(paragraph.text());
      int known = (int) its.stream().filter(runs::contains).count();
      all += its.size();
      told += known;
      own.addAll(its);
      if (its.size() > FEWEST_WORDS - RUN && known < TOLD * its.size()) {
        fresh++;
        if (added.size() < MOST_PARAGRAPHS) {
          added.add(paragraph.text());
        }
      }
    }
    runs.addAll(own);
    return new Added(
        all == 0 ? 0 : (double) told / all, added, fresh - added.size(), newNames(telling));
  }

  private List<String> newNames(EnrichedArticle telling) {
    List<String> added = new ArrayList<>();
    for (Name name : telling.names()) {
      if (names.add(name.canonical().toLowerCase(Locale.ROOT)) && added.size() < MOST_NAMES) {
        added.add(name.canonical());
      }
    }
    return added;
  }

  private static List<Long> runs(String text) {
    List<String> words =
        Words.of(text).stream()
            .filter(Words.Word::meaningful)
            .map(word -> word.key().toLowerCase(Locale.ROOT))
            .toList();
    List<Long> runs = new ArrayList<>();
    for (int i = 0; i + RUN <= words.size(); i++) {
      long run = 1;
      for (int k = i; k < i + RUN; k++) {
        // With 64 bits, different runs are unlikely to collide.
        run = run * 0x9E3779B97F4A7C15L + words.get(k).hashCode();
      }
      runs.add(run);
    }
    return runs;
  }
}
