package io.keeling.search.lucene.query;

import io.keeling.search.lucene.field.Fields;
import java.time.Duration;
import java.time.Instant;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * How well an article matches: the BM25 score of its words (Robertson and Zaragoza, 2009), a small
 * bonus for new articles, and a small one for articles about climate change. A word in half of all
 * titles scores 1, a rare word 20 and more, so the bonuses only order articles that match about
 * equally well.
 */
public final class Scoring {

  /**
   * Bonus of an article published at this moment. The bonus halves with each {@link #HALF} of the
   * article's age.
   */
  private static final float NEW = 0.3f;

  private static final Duration HALF = Duration.ofDays(30);
  private static final float ABOUT_CLIMATE = 0.3f;
  private static final float MENTIONS_CLIMATE = 0.15f;

  private Scoring() {}

  /**
   * Scores articles that match the words (null for all articles).
   *
   * @param asOf the moment at which their age is measured
   */
  public static Query of(@Nullable Query words, Instant asOf) {
    return new BooleanQuery.Builder()
        .add(words == null ? new MatchAllDocsQuery() : words, Occur.MUST)
        .add(
            LongField.newDistanceFeatureQuery(
                Fields.LISTED, NEW, Fields.micros(asOf), HALF.toNanos() / 1_000),
            Occur.SHOULD)
        .add(grade("main", ABOUT_CLIMATE), Occur.SHOULD)
        .add(grade("mention", MENTIONS_CLIMATE), Occur.SHOULD)
        .build();
  }

  private static Query grade(String grade, float worth) {
    return new BoostQuery(
        new ConstantScoreQuery(new TermQuery(new Term(Fields.CLIMATE, grade))), worth);
  }
}
