package io.keeling.feeds.feed;

import io.keeling.feeds.diff.ArticleDiff;
import io.keeling.feeds.label.ChangeLine;
import io.keeling.feeds.messages.Messages;
import io.keeling.feeds.query.ArticleQuery;
import io.keeling.feeds.query.Sort;
import io.keeling.feeds.query.language.ExpressionParser;
import io.keeling.feeds.query.language.ParsedExpression;
import io.keeling.feeds.store.ComparisonStore;
import io.keeling.feeds.store.ComparisonStore.Comparison;
import java.util.Optional;

/** Which articles were corrected, and how. Threads may share it. */
public final class Corrections {

  private static final String CORRECTED = "is:corrected";

  /** Each costs two texts and their comparison. */
  private static final int MOST = 50;

  private final ExpressionParser words;
  private final ComparisonStore comparisons;

  public Corrections(ExpressionParser words, ComparisonStore comparisons) {
    this.words = words;
    this.comparisons = comparisons;
  }

  /**
   * Those of a query that were corrected, the latest correction first; nothing where its words are
   * too many to ask for more.
   */
  Optional<ArticleQuery> of(ArticleQuery query) {
    String asked = query.filters().words();
    String both = asked.isEmpty() ? CORRECTED : "(" + asked + ") " + CORRECTED;
    if (words.parse(both) instanceof ParsedExpression.Invalid) {
      return Optional.empty();
    }
    return Optional.of(
        new ArticleQuery(
            query.filters().withWords(both),
            Sort.CHANGED,
            Math.min(query.limit(), MOST),
            null,
            query.stories()));
  }

  /** What changed last in an article, in one line. */
  String line(String id, Messages messages) {
    Optional<Comparison> last = comparisons.find(id, null, null);
    if (last.isEmpty() || last.get().all().size() < 2) {
      return messages.of("diff.single");
    }
    ArticleDiff diff = last.get().diff();
    return ChangeLine.of(diff.remarks(), messages);
  }
}
