package io.keeling.desk.articles.feed;

import com.rometools.rome.feed.atom.Entry;
import io.keeling.contract.article.Article;
import io.keeling.desk.articles.diff.ArticleDiff;
import io.keeling.desk.articles.diff.ChangeLine;
import io.keeling.desk.articles.store.ComparisonStore;
import io.keeling.desk.articles.store.ComparisonStore.VersionComparison;
import io.keeling.desk.articles.store.ListedArticle;
import io.keeling.desk.messages.Messages;
import io.keeling.search.language.ExpressionParser;
import io.keeling.search.language.ParsedExpression;
import io.keeling.search.query.ArticleQuery;
import io.keeling.search.query.QueryString;
import io.keeling.search.query.Sort;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /corrections.atom}: the corrected articles of a query and what changed in them, latest
 * correction first. Threads may share it.
 */
public final class CorrectionsFeed extends AtomFeed {

  private static final String CORRECTED = "is:corrected";

  /** Maximum number of entries; each entry compares two texts. */
  private static final int MOST = 50;

  private final ExpressionParser words;
  private final ComparisonStore comparisons;

  public CorrectionsFeed(FeedSource source, ExpressionParser words, ComparisonStore comparisons) {
    super(source);
    this.words = words;
    this.comparisons = comparisons;
  }

  @Override
  String path() {
    return "/corrections.atom";
  }

  /** Leaves the order out, since this feed has an order of its own. */
  @Override
  String queryString(ArticleQuery query) {
    return QueryString.of(query.filters());
  }

  @Override
  String title(String heading, Messages messages) {
    return messages.of("diff.feed", "heading", heading);
  }

  /** Adds the condition that articles are corrected; empty if the query becomes too long. */
  @Override
  Optional<ArticleQuery> wanted(ArticleQuery query) {
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

  /** Gives each correction its own id: feed readers show it even if they have the article. */
  @Override
  void tell(Entry entry, ListedArticle listed, Messages messages) {
    Article article = listed.article().article();
    entry.setId("urn:keeling:article:" + article.id() + ":version:" + article.version());
    entry.setPublished(Date.from(article.fetchedAt()));
    entry.setUpdated(Date.from(article.fetchedAt()));
    entry.setOtherLinks(List.of(related("/articles/" + article.id() + "/diff")));
    entry.setSummary(text(line(article, messages)));
  }

  /** The last change of an article, in one line. */
  private String line(Article article, Messages messages) {
    Optional<VersionComparison> last = comparisons.find(article.id(), null, null);
    if (last.isEmpty() || last.get().all().size() < 2) {
      return article.correctionNote() == null
          ? messages.of("diff.single")
          : ChangeLine.note(article.correctionNote(), messages);
    }
    ArticleDiff diff = last.get().diff();
    return ChangeLine.of(diff.remarks(), messages);
  }
}
