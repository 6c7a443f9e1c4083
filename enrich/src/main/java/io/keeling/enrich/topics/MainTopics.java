package io.keeling.enrich.topics;

import io.keeling.enrich.lexicon.Hit;
import io.keeling.enrich.lexicon.LexiconHits;
import io.keeling.enrich.taxonomy.Taxonomy;
import io.keeling.enrich.words.Word;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells which topics a text is about rather than only mentions, in languages that only have a
 * lexicon. These are the topics that come early, have several terms and are not outweighed by
 * another. The weights were fitted by logistic regression to the topics that readers gave 240 texts
 * in six languages. They also hold for a language that was left out of the fit
 * (docs/studies/topic-mentions.md). For one article; immutable.
 */
final class MainTopics {

  /**
   * The log odds of a topic that begins the text and is not outweighed, before its terms are
   * counted.
   */
  private static final double BEGINNING = 0.1;

  /** What a topic loses for each factor of e by which the heaviest topic outweighs it. */
  private static final double OUTWEIGHED = 0.8;

  /**
   * What a topic loses if it first comes at the end of the text. One that comes earlier loses in
   * proportion.
   */
  private static final double LATE = 2.8;

  /**
   * Maximum length of a single sentence, in UTF-16 code units. In a text this short, the position
   * of a term means nothing.
   */
  private static final double SENTENCE = 120;

  /** What each different term adds. */
  private static final double TERM = 0.5;

  /** Maximum number of different terms that count. */
  private static final int TERMS = 4;

  /** The log odds from which a text is about a topic: F1 was highest there. */
  private static final double ABOUT = -0.6;

  /** Added to each mass, so that no topic is infinitely outweighed. */
  private static final double SMOOTHING = 0.5;

  private final LexiconHits hits;
  private final double length;
  private final double highest;

  private MainTopics(LexiconHits hits, double length, double highest) {
    this.hits = hits;
    this.length = length;
    this.highest = highest;
  }

  static MainTopics of(Taxonomy taxonomy, LexiconHits hits) {
    double highest = 0;
    for (int i = 0; i < taxonomy.topics().size(); i++) {
      highest = Math.max(highest, Weighing.mass(hits.topics().get(i), hits.words()));
    }
    List<Word> words = hits.text();
    double length = words.isEmpty() ? 1 : words.get(words.size() - 1).end();
    return new MainTopics(hits, length, highest);
  }

  /** Whether the text is so short that an everyday word may be its subject. */
  boolean brief() {
    return hits.words() <= Weighing.SHORT;
  }

  /** Whether the text is about a topic rather than only mentioning it. */
  boolean isAbout(int topic) {
    return odds(topic) >= ABOUT;
  }

  /** The figure behind {@link #isAbout}, for explanations. */
  Measure measure(int topic) {
    return Measure.ofOdds("about it, not only mentioned", odds(topic), ABOUT);
  }

  private double odds(int topic) {
    double first = all(topic).mapToInt(hit -> hit.inTitle() ? 0 : hit.start()).min().orElse(0);
    long terms = all(topic).filter(hit -> !hit.inTitle()).map(Hit::term).distinct().count();
    double mass = Weighing.mass(hits.topics().get(topic), hits.words());
    return BEGINNING
        + OUTWEIGHED * StrictMath.log((SMOOTHING + mass) / (SMOOTHING + highest))
        - (length <= SENTENCE ? 0 : LATE * first / length)
        + TERM * Math.min(TERMS, terms);
  }

  private Stream<Hit> all(int topic) {
    return Stream.concat(hits.topics().get(topic).stream(), hits.mentions().get(topic).stream());
  }
}
