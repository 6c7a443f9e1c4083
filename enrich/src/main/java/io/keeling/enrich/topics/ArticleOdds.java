package io.keeling.enrich.topics;

import io.keeling.enrich.lexicon.Hit;
import io.keeling.enrich.lexicon.LexiconHits;
import io.keeling.models.topics.ParagraphCategorizer;
import java.util.List;

/**
 * What passages and lexicon say of a whole article, as log odds. The more passages, the more likely
 * is one of them mistaken, so each question asks for more with every doubling of their number; what
 * an article is about tends to stand in its first passage; and a long article that speaks of
 * climate change mostly says so in a phrase that has no other reading.
 *
 * <p>The figures are logistic regressions on articles of our own and on long ones put together from
 * paragraphs that the categorizer had not learnt from, those for sentences were set by hand;
 * docs/quality.md says which texts and how good they are. For one article and one thread.
 */
final class ArticleOdds {

  /** A phrase of this weight says by itself that climate change is spoken of. */
  private static final double STRONG = 2.4;

  /** Log odds of a passage beyond these say no more. */
  private static final double LIMIT = 8;

  /** Articles with more passages than two to this are alike. */
  private static final double LONG = 5;

  /** What the lexicon found beyond these says no more: the log of a mass, multiples of enough. */
  private static final double MUCH = 3;

  /** What an article has that says so in a phrase of a passage which likely speaks of it. */
  private static final double SAID = 0.4;

  /** A text of fewer words is a sentence. */
  private static final int SENTENCE = 25;

  /** What a sentence takes more to be close to our field; one word of it makes it look so. */
  private static final double ONE_WORD = 0.5;

  /** What it takes more for a sentence to speak of climate change without a term of it. */
  private static final double UNNAMED = 1.5;

  private final LexiconHits hits;
  private final CategorizedArticle categories;
  private final double doublings;
  private final double climateMass;
  private final List<Hit> phrases;

  ArticleOdds(LexiconHits hits, CategorizedArticle categories) {
    this.hits = hits;
    this.categories = categories;
    this.doublings = Math.min(LONG, Math.log(Math.max(1, categories.passages())) / Math.log(2));
    this.climateMass = Math.min(MUCH, Math.log1p(Weighing.mass(hits.climate(), hits.words())));
    this.phrases =
        hits.climate().stream().filter(h -> h.weight() >= STRONG && !h.inTitle()).toList();
  }

  /**
   * That it speaks of climate change. Among long articles fewer do than in the regression, hence
   * 1.65 for each doubling, where it had 1.12.
   */
  double climate() {
    double odds =
        0.38
            + 0.432 * highest(ParagraphCategorizer.CLIMATE)
            + 1.239 * climateMass
            - 1.65 * doublings
            + (phrases.isEmpty() ? 0 : 0.846 * doublings - 1.317)
            - (isSentence() && hits.climate().isEmpty() ? UNNAMED : 0);
    return phrases.stream()
            .anyMatch(p -> categories.oddsAt(p.start(), ParagraphCategorizer.CLIMATE) > 0)
        ? Math.max(odds, SAID)
        : odds;
  }

  /**
   * That it is about climate change, if it speaks of it. A short text that needs no word for it is
   * about it rather than one that only drops the word.
   */
  double main() {
    if (isSentence() && !phrases.isEmpty()) {
      // There is hardly room to say so in passing.
      return LIMIT;
    }
    return 1.5
        + 0.332 * categories.mean(ParagraphCategorizer.MAIN, LIMIT)
        + 0.153 * first(ParagraphCategorizer.MAIN)
        - 0.2 * doublings
        - 2.58 * climateMass * Math.max(0, 1 - doublings / 2);
  }

  /**
   * That it is close to our field, if it does not speak of climate change.
   *
   * @param nearest the highest of the log odds of the topics close to it
   * @param found the most that the lexicon found for one of them, in multiples of enough
   */
  double adjacent(double nearest, double found) {
    return 0.453
        + 0.163 * highest(ParagraphCategorizer.RELATED)
        + 0.151 * first(ParagraphCategorizer.RELATED)
        + 0.102 * limited(nearest)
        + 0.643 * Math.min(MUCH, found)
        - 1.148 * doublings
        - (isSentence() ? ONE_WORD : 0);
  }

  private boolean isSentence() {
    return hits.words() < SENTENCE;
  }

  /**
   * That it is about a topic which the categorizer knows.
   *
   * @param found what the lexicon found for it, in multiples of enough
   */
  double topic(String id, double found) {
    double highest = highest(id);
    double part = Math.min(MUCH, found);
    return 0.633
        + 0.26 * highest
        + 0.121 * first(id)
        + 0.238 * part
        + 0.037 * highest(ParagraphCategorizer.RELATED)
        + doublings * (0.25 * part - 0.047 * highest - 0.958);
  }

  /** What the lexicon found, as a multiple of what is enough for an article of this length. */
  double part(Iterable<Hit> found) {
    return Weighing.mass(found, hits.words()) / Weighing.enough(hits.words());
  }

  private double highest(String category) {
    return limited(categories.highest(category));
  }

  private double first(String category) {
    return categories.passages() == 0 ? -LIMIT : limited(categories.odds(0, category));
  }

  private static double limited(double odds) {
    return Math.max(-LIMIT, Math.min(LIMIT, odds));
  }
}
