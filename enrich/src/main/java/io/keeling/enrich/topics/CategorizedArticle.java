package io.keeling.enrich.topics;

import io.keeling.enrich.lexicon.LexiconHits;
import io.keeling.enrich.taxonomy.Taxonomy;
import io.keeling.enrich.words.Word;
import io.keeling.models.topics.ParagraphCategorizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The categorizer's results for each passage of an article. For one article and one thread. The
 * numbers are arbitrary, the limits were tuned on the texts that
 * docs/studies/labels-of-real-pages.md lists.
 */
public final class CategorizedArticle {

  /** Maximum number of passages that are evidence of a topic. */
  private static final int PASSAGES = 2;

  /** Maximum number of words of a passage that are evidence of a topic. */
  private static final int TERMS = 3;

  /** The log odds below which a passage, read without the title, is no evidence. */
  private static final double UNTITLED = -2;

  /** The log odds of a category that the categorizer does not know: lower than any other. */
  private static final double UNKNOWN = -9;

  private final ParagraphCategorizer categorizer;
  private final ArticleReading reading;
  private final String text;
  private final List<double[]> odds = new ArrayList<>();

  /** The results for the first passage without the title; null until they are needed. */
  private double @Nullable [] untitled;

  /** Cuts a text into passages and categorizes each. */
  public CategorizedArticle(
      ParagraphCategorizer categorizer, Taxonomy taxonomy, LexiconHits hits, String text) {
    this.categorizer = categorizer;
    this.reading = new ArticleReading(taxonomy, hits, PassageSplitter.of(text, hits.text()));
    this.text = text;
    for (int i = 0; i < reading.size(); i++) {
      odds.add(categorizer.categorize(reading.words(i), reading.lexicon(i)));
    }
  }

  int passages() {
    return odds.size();
  }

  /** Whether the model has a category; a topic that an editor added to the taxonomy has none. */
  boolean knows(String category) {
    return categorizer.category(category) >= 0;
  }

  /** The log odds of a category in a passage. */
  double odds(int passage, String category) {
    int index = categorizer.category(category);
    return index < 0 ? UNKNOWN : odds.get(passage)[index];
  }

  /** The log odds of a category in the passage that holds an offset of the text. */
  double oddsAt(int offset, String category) {
    return odds(reading.passageAt(offset), category);
  }

  /** The highest log odds of a category in any passage. */
  double highest(String category) {
    int index = categorizer.category(category);
    return index < 0 ? UNKNOWN : odds.stream().mapToDouble(o -> o[index]).max().orElse(UNKNOWN);
  }

  /** The second highest log odds of a category in any passage; of a single passage, the highest. */
  double second(String category) {
    int index = categorizer.category(category);
    double highest = UNKNOWN;
    double second = UNKNOWN;
    for (double[] of : odds) {
      if (index >= 0 && of[index] > highest) {
        second = highest;
        highest = of[index];
      } else if (index >= 0) {
        second = Math.max(second, of[index]);
      }
    }
    return odds.size() == 1 ? highest : second;
  }

  /**
   * The share of the article's words in passages that more likely than not belong to a category.
   */
  double share(String category) {
    double words = 0;
    double likely = 0;
    for (int i = 0; i < odds.size(); i++) {
      int length = reading.passage(i).words().size() + reading.titleWords(i);
      words += length;
      likely += odds(i, category) > 0 ? length : 0;
    }
    return words == 0 ? 0 : likely / words;
  }

  /** The mean log odds of a category, weighted by words and cut at a limit. */
  double mean(String category, double limit) {
    double words = 0;
    double sum = 0;
    for (int i = 0; i < odds.size(); i++) {
      int length = reading.passage(i).words().size() + reading.titleWords(i);
      words += length;
      sum += length * Math.max(-limit, Math.min(limit, odds(i, category)));
    }
    return words == 0 ? -limit : sum / words;
  }

  /**
   * The surest passages for a category, at most {@link #PASSAGES}, whose log odds reach a limit. A
   * passage that needs the title does not count, because evidence is offsets into the text.
   */
  List<PassageEvidence> evidence(String category, double limit) {
    return evidence(
        category, i -> odds(i, category) >= limit && oddsOfText(i, category) >= UNTITLED);
  }

  /**
   * The passages with the highest log odds of a category, however low; at most {@link #PASSAGES}.
   */
  List<PassageEvidence> surest(String category) {
    return evidence(category, i -> true);
  }

  private List<PassageEvidence> evidence(String category, IntPredicate counts) {
    return IntStream.range(0, odds.size())
        .filter(counts)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> odds(i, category)).reversed())
        .limit(PASSAGES)
        .map(i -> evidence(i, category))
        .filter(e -> !e.terms().isEmpty())
        .toList();
  }

  private double oddsOfText(int passage, String category) {
    if (reading.titleWords(passage) == 0) {
      return odds(passage, category);
    }
    double[] alone = untitled;
    if (alone == null) {
      alone = categorizer.categorize(reading.wordsOfText(passage), reading.lexiconOfText(passage));
      untitled = alone;
    }
    return alone[categorizer.category(category)];
  }

  private PassageEvidence evidence(int passage, String category) {
    Passage place = reading.passage(passage);
    List<PassageEvidence.Term> terms =
        categorizer
            .strongest(
                reading.wordsOfText(passage),
                reading.lexiconOfText(passage),
                categorizer.category(category),
                TERMS)
            .stream()
            .map(
                term -> {
                  Word word = place.words().get(term.index());
                  return new PassageEvidence.Term(
                      word.raw(), Weighing.rounded(term.weight()), word.start(), word.end());
                })
            .toList();
    return new PassageEvidence(
        paragraphAt(place.start()),
        place.start(),
        place.end(),
        Weighing.rounded(logistic(odds(passage, category))),
        terms);
  }

  /** The number of the paragraph that a word is in, from 1; blank lines do not count. */
  private int paragraphAt(int wordStart) {
    int paragraphs = 0;
    boolean inside = false;
    for (int i = 0; i <= wordStart; i++) {
      char c = text.charAt(i);
      if (PassageSplitter.isLineBreak(c)) {
        inside = false;
      } else if (!inside && !Character.isWhitespace(c)) {
        inside = true;
        paragraphs++;
      }
    }
    return paragraphs;
  }

  public static double logistic(double odds) {
    return 1 / (1 + StrictMath.exp(-odds));
  }
}
