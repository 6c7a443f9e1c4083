package io.keeling.feeds.search.lucene;

import io.keeling.feeds.query.ArticleQuery;
import io.keeling.feeds.query.Cursor;
import io.keeling.feeds.query.Sort;
import io.keeling.feeds.query.Stories;
import io.keeling.feeds.search.Hits;
import io.keeling.feeds.search.Hits.Hit;
import io.keeling.feeds.search.SearchRequest;
import io.keeling.feeds.search.lucene.count.DocSet;
import io.keeling.feeds.search.lucene.count.DocSetQuery;
import io.keeling.feeds.search.lucene.field.Fields;
import io.keeling.feeds.search.lucene.query.Scoring;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
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

/** Takes one page out of what was found. Stateless; threads may share it. */
final class PageSearch {

  private PageSearch() {}

  static Hits page(View view, SearchRequest request) throws IOException {
    ArticleQuery query = request.query();
    Found found = view.find(query.filters());
    boolean once = query.stories() == Stories.ONCE;
    @Nullable Query scoring =
        query.sort() == Sort.RELEVANCE
            ? Scoring.of(view.words(query.filters()).orElse(null), request.asOf())
            : null;
    DocSet set = found.all();
    if (once) {
      set =
          scoring == null
              ? found.once().byDate(query.sort() != Sort.OLDEST)
              : found.once().byScore(scoring);
    }
    TopDocs top = top(view.searcher(), set, scoring, query);
    boolean more = top.scoreDocs.length > query.limit();
    List<Hit> hits = new ArrayList<>();
    for (ScoreDoc doc : top.scoreDocs) {
      if (hits.size() < query.limit()) {
        hits.add(hit(view.searcher(), (FieldDoc) doc, found, scoring != null));
      }
    }
    int articles = found.all().size();
    return new Hits(hits, more, once ? found.once().size() : articles, articles);
  }

  private static TopDocs top(
      IndexSearcher searcher, DocSet set, @Nullable Query scoring, ArticleQuery query)
      throws IOException {
    Query among = new DocSetQuery(set);
    Query ranked =
        scoring == null
            ? among
            : new BooleanQuery.Builder().add(scoring, Occur.MUST).add(among, Occur.FILTER).build();
    return searcher.searchAfter(
        after(searcher, query), ranked, query.limit() + 1, order(query.sort()), false);
  }

  private static org.apache.lucene.search.Sort order(Sort sort) {
    boolean reverse = sort != Sort.OLDEST;
    String by = sort == Sort.CHANGED ? Fields.FETCHED : Fields.SORTED;
    SortField date = new SortField(by, SortField.Type.LONG, reverse);
    SortField id = new SortField(Fields.ID, SortField.Type.STRING, reverse);
    return sort == Sort.RELEVANCE
        ? new org.apache.lucene.search.Sort(SortField.FIELD_SCORE, date, id)
        : new org.apache.lucene.search.Sort(date, id);
  }

  /**
   * The place after which the page begins. Ids differ, so the number of the document is no matter.
   */
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

  private static Hit hit(IndexSearcher searcher, FieldDoc doc, Found found, boolean scored)
      throws IOException {
    Object[] fields = doc.fields;
    return new Hit(
        ((BytesRef) fields[fields.length - 1]).utf8ToString(),
        Fields.moment((Long) fields[fields.length - 2]),
        scored ? (Float) fields[0] : 0,
        tellings(searcher, doc.doc, found));
  }

  private static int tellings(IndexSearcher searcher, int doc, Found found) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    NumericDocValues stories = DocValues.getNumeric(leaf.reader(), Fields.STORY);
    return stories.advanceExact(doc - leaf.docBase)
        ? found.once().tellings(stories.longValue())
        : 1;
  }
}
