package io.keeling.desk.articles.store;

import io.keeling.contract.article.Article;
import io.keeling.desk.articles.store.ArticleRows.Row;
import io.keeling.desk.articles.store.ArticleRows.Stored;
import io.keeling.search.Hits.Hit;
import io.keeling.search.Marker;
import io.keeling.search.SearchIndex;
import io.keeling.search.budget.Budget;
import io.keeling.search.query.Filters;
import io.keeling.search.text.Excerpt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns search hits and ids into listed articles with snippets and highlights. Not for sharing
 * between threads.
 */
final class ListedArticles {

  /** Characters of a snippet: two lines of a list. */
  private static final int SNIPPET_LENGTH = 260;

  /** Characters of a correction note: a sentence or two. */
  private static final int NOTE_LENGTH = 300;

  /** How much of a text is searched for a snippet, in characters. */
  private static final int SNIPPET_SOURCE = 50_000;

  /**
   * Length of the longest list that is read at once; by default, a page has 20 articles. Reading a
   * longer list takes long, so it waits for its turn.
   */
  private static final int FEW = 100;

  private static final Filters CORRECTED = Filters.NONE.withWords("is:corrected");

  private final ArticleRows rows;
  private final SearchIndex index;
  private final Filters filters;
  private final Map<String, Marker> markers = new HashMap<>();

  ListedArticles(ArticleRows rows, SearchIndex index, Filters filters) {
    this.rows = rows;
    this.index = index;
    this.filters = filters;
  }

  /** The articles of search hits, in order. Articles deleted in the meantime are left out. */
  List<ListedArticle> of(List<Hit> hits) {
    List<String> ids = hits.stream().map(Hit::id).toList();
    // Read before taking a turn of the budget, so that waiting for a connection does not block
    // others.
    List<Stored> stored = rows.stored(ids, characters());
    try (Budget.Question reading = Budget.question()) {
      if (hits.size() > FEW) {
        Budget.takesLong();
      }
      return listed(hits, ids, ArticleRows.read(stored));
    }
  }

  private List<ListedArticle> listed(List<Hit> hits, List<String> ids, Map<String, Row> found) {
    Set<String> corrected = corrected(ids);
    List<ListedArticle> listed = new ArrayList<>();
    for (Hit hit : hits) {
      Row row = found.get(hit.id());
      if (row != null) {
        listed.add(
            listed(row, hit.sortedAt(), hit.score(), hit.tellings(), corrected.contains(hit.id())));
      }
    }
    return listed;
  }

  /** The articles with these ids, in order. Articles deleted in the meantime are left out. */
  List<ListedArticle> ofIds(List<String> ids) {
    Map<String, Row> found = rows.find(ids, characters());
    Set<String> corrected = corrected(ids);
    Map<String, Instant> moments = index.moments(ids);
    List<ListedArticle> listed = new ArrayList<>();
    for (String id : ids) {
      Row row = found.get(id);
      Instant sortedAt = moments.get(id);
      if (row != null && sortedAt != null) {
        listed.add(listed(row, sortedAt, 0, 1, corrected.contains(id)));
      }
    }
    return listed;
  }

  private int characters() {
    return filters.words().isEmpty() ? SNIPPET_LENGTH * 2 : SNIPPET_SOURCE;
  }

  private Set<String> corrected(List<String> ids) {
    return ids.isEmpty() ? Set.of() : new HashSet<>(index.among(CORRECTED, ids));
  }

  private ListedArticle listed(
      Row row, Instant sortedAt, double score, int tellings, boolean corrected) {
    Article article = row.article().article();
    boolean marked = !filters.words().isEmpty();
    Excerpt title = marked ? marker(article).line(article.title()) : Excerpt.plain(article.title());
    Excerpt standfirst =
        marked && article.subtitle() != null
            ? marker(article).line(article.subtitle())
            : Excerpt.plain("");
    String said = article.correctionNote() == null ? "" : article.correctionNote();
    Excerpt note =
        marked ? marker(article).snippet(said, NOTE_LENGTH) : Excerpt.beginning(said, NOTE_LENGTH);
    Excerpt snippet =
        marked
            ? marker(article).snippet(row.text(), SNIPPET_LENGTH)
            : Excerpt.beginning(row.text(), SNIPPET_LENGTH);
    return new ListedArticle(
        row.article(),
        title,
        standfirst.matches().isEmpty() ? Excerpt.plain("") : standfirst,
        note,
        snippet,
        sortedAt,
        row.storedAt(),
        score,
        tellings,
        corrected);
  }

  private Marker marker(Article article) {
    return markers.computeIfAbsent(article.language(), code -> index.marker(filters, code));
  }
}
