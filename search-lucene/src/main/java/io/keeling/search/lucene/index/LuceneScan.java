package io.keeling.search.lucene.index;

import io.keeling.search.IndexAwayException;
import io.keeling.search.Scan;
import io.keeling.search.budget.Budget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;

/** Walks over all results of a search. For one thread. */
final class LuceneScan implements Scan {

  private final IndexSearcher searcher;
  private final IndexReader reader;
  private final PageSearch.Ranking ranking;
  private @Nullable ScoreDoc last;
  private boolean closed;

  LuceneScan(IndexSearcher searcher, IndexReader reader, PageSearch.Ranking ranking) {
    this.searcher = searcher;
    this.reader = reader;
    this.ranking = ranking;
  }

  @Override
  public List<String> next(int most) {
    List<String> ids = new ArrayList<>();
    if (last != null) {
      Budget.renew(); // the caller limits the time of the whole scan
    }
    try (Budget.Question asked = Budget.question()) {
      for (ScoreDoc doc : ranking.after(searcher, last, most).scoreDocs) {
        ids.add(PageSearch.id((FieldDoc) doc));
        last = doc;
      }
    } catch (AlreadyClosedException e) {
      throw new IndexAwayException("this search index was closed", e);
    } catch (IOException e) {
      throw new UncheckedIOException("the search index cannot be read", e);
    }
    return ids;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      try {
        reader.decRef();
      } catch (IOException e) {
        throw new UncheckedIOException("the search index cannot be closed", e);
      }
    }
  }
}
