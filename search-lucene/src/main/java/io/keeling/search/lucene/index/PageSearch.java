package io.keeling.search.lucene.index;

import io.keeling.search.Hits;
import io.keeling.search.Hits.Hit;
import io.keeling.search.SearchRequest;
import io.keeling.search.lucene.count.DocSet;
import io.keeling.search.lucene.count.DocSetQuery;
import io.keeling.search.lucene.field.Fields;
import io.keeling.search.lucene.query.Scoring;
import io.keeling.search.query.ArticleQuery;
import io.keeling.search.query.Cursor;
import io.keeling.search.query.Sort;
import io.keeling.search.query.Stories;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Finds one page of the results. */
final class PageSearch {

  /**
   * Maximum number of times that more of the best articles are fetched. If they still belong to too
   * few stories, all articles are scored instead.
   */
  private static final int MOST_LOOKS = 3;

  private PageSearch() {}

  /**
   * What was found, and how it is sorted.
   *
   * @param found everything found
   * @param query matches the results to list, and scores them
   * @param order the order
   * @param scored whether the order is by score
   */
  record Ranking(
      FilteredArticles found, Query query, org.apache.lucene.search.Sort order, boolean scored) {

    /** The results after a position; from the start if the position is null. */
    TopDocs after(IndexSearcher searcher, @Nullable ScoreDoc place, int most) throws IOException {
      return searcher.searchAfter(place, query, most, order, false);
    }
  }

  static Hits page(View view, SearchRequest request) throws IOException {
    ArticleQuery query = request.query();
    boolean once = query.stories() == Stories.ONCE;
    Optional<List<FieldDoc>> first =
        once && query.sort() == Sort.RELEVANCE ? firstTellings(view, request) : Optional.empty();
    List<FieldDoc> top = first.isPresent() ? first.get() : top(view, request);
    boolean more = top.size() > query.limit();
    FilteredArticles found = view.find(query.filters());
    List<Hit> hits = new ArrayList<>();
    for (FieldDoc doc : top.subList(0, Math.min(top.size(), query.limit()))) {
      hits.add(hit(doc, found, query.sort()));
    }
    int articles = found.all().size();
    return new Hits(hits, more, once ? found.once().size() : articles, articles);
  }

  private static List<FieldDoc> top(View view, SearchRequest request) throws IOException {
    return next(
        view,
        ranking(view, request),
        after(view.searcher(), request.query()),
        request.query().limit() + 1);
  }

  private static List<FieldDoc> next(View view, Ranking ranking, @Nullable ScoreDoc after, int most)
      throws IOException {
    List<FieldDoc> next = new ArrayList<>();
    for (ScoreDoc doc : ranking.after(view.searcher(), after, most).scoreDocs) {
      next.add((FieldDoc) doc);
    }
    return next;
  }

  /**
   * The best results, each story once. They are taken from the best articles only, since scoring
   * all articles takes much longer. Empty if the best articles belong to too few stories.
   */
  private static Optional<List<FieldDoc>> firstTellings(View view, SearchRequest request)
      throws IOException {
    int most = request.query().limit() + 1;
    SearchRequest every = new SearchRequest(request.query().showing(Stories.ALL), request.asOf());
    Ranking all = ranking(view, every);
    Query scoring = scoring(view, request);
    List<FieldDoc> first = new ArrayList<>();
    @Nullable ScoreDoc after = after(view.searcher(), request.query());
    for (int looks = 0; looks < MOST_LOOKS; looks++) {
      List<FieldDoc> next = next(view, all, after, 2 * most);
      for (FieldDoc doc : all.found().once().first(scoring, next)) {
        if (first.size() < most) {
          first.add(doc);
        }
      }
      if (first.size() == most || next.size() < 2 * most) {
        return Optional.of(first);
      }
      after = next.get(next.size() - 1);
    }
    return Optional.empty();
  }

  static Ranking ranking(View view, SearchRequest request) throws IOException {
    ArticleQuery query = request.query();
    FilteredArticles found = view.find(query.filters());
    @Nullable Query scoring = query.sort() == Sort.RELEVANCE ? scoring(view, request) : null;
    DocSet set = found.all();
    if (query.stories() == Stories.ONCE) {
      set =
          scoring == null
              ? found.once().byDate(query.sort() != Sort.OLDEST)
              : found.once().byScore(scoring);
    }
    Query among = new DocSetQuery(set);
    Query ranked =
        scoring == null
            ? among
            : new BooleanQuery.Builder().add(scoring, Occur.MUST).add(among, Occur.FILTER).build();
    return new Ranking(found, ranked, order(query.sort()), scoring != null);
  }

  private static Query scoring(View view, SearchRequest request) {
    return Scoring.of(view.words(request.query().filters()).orElse(null), request.asOf());
  }

  private static org.apache.lucene.search.Sort order(Sort sort) {
    boolean reverse = sort != Sort.OLDEST;
    String by =
        switch (sort) {
          case CHANGED -> Fields.FETCHED;
          case FOUND -> Fields.SORTED;
          case NEWEST, OLDEST, RELEVANCE -> Fields.LISTED;
        };
    SortField date = new SortField(by, SortField.Type.LONG, reverse);
    SortField id = new SortField(Fields.ID, SortField.Type.STRING, reverse);
    return sort == Sort.RELEVANCE
        ? new org.apache.lucene.search.Sort(SortField.FIELD_SCORE, date, id)
        : new org.apache.lucene.search.Sort(date, id);
  }

  /** The position after which the page begins. Ids are unique; the document number is ignored. */
  private static @Nullable FieldDoc after(IndexSearcher searcher, ArticleQuery query) {
    Cursor cursor = query.cursor();
    if (cursor == null) {
      return null;
    }
    int last = Math.max(0, searcher.getIndexReader().maxDoc() - 1);
    Object date = Fields.micros(cursor.sortedAt());
    BytesRef id = new BytesRef(cursor.id());
    return query.sort() == Sort.RELEVANCE
        ? new FieldDoc(last, Float.NaN, new Object[] {(float) cursor.score(), date, id})
        : new FieldDoc(last, Float.NaN, new Object[] {date, id});
  }

  static String id(FieldDoc doc) {
    return ((BytesRef) doc.fields[doc.fields.length - 1]).utf8ToString();
  }

  private static Hit hit(FieldDoc doc, FilteredArticles found, Sort sort) throws IOException {
    Object[] fields = doc.fields;
    Instant place = Fields.moment((Long) fields[fields.length - 2]);
    return new Hit(
        id(doc),
        place,
        sort == Sort.CHANGED ? place : ById.sortedAt(found.searcher().getIndexReader(), doc.doc),
        sort == Sort.RELEVANCE ? (Float) fields[0] : 0,
        found.once().tellingsWith(doc.doc));
  }
}
