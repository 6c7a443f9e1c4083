package io.keeling.search.lucene.count;

import io.keeling.search.budget.Budget;
import io.keeling.search.lucene.field.Fields;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Search results in which each story occurs once (field collapsing). Of each story, only the
 * article that comes first in the chosen order is kept. Threads may share it.
 */
public final class CollapsedStories {

  private final IndexSearcher searcher;
  private final DocSet alone;
  private final DocSet told;
  private final LongCounts tellings;
  private @Nullable DocSet newest;
  private @Nullable DocSet oldest;

  private CollapsedStories(IndexSearcher searcher, DocSet alone, DocSet told, LongCounts tellings) {
    this.searcher = searcher;
    this.alone = alone;
    this.told = told;
    this.tellings = tellings;
  }

  /** Finds which articles of a set belong to stories. */
  public static CollapsedStories of(IndexSearcher searcher, DocSet found) throws IOException {
    LongCounts tellings = new LongCounts();
    FixedBitSet[] told = new FixedBitSet[searcher.getIndexReader().leaves().size()];
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      told[leaf.ord] = new FixedBitSet(leaf.reader().maxDoc());
      NumericDocValues stories = DocValues.getNumeric(leaf.reader(), Fields.STORY);
      DocIdSetIterator docs = found.iterator(leaf.ord);
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        if (stories.advanceExact(doc)) {
          told[leaf.ord].set(doc);
          tellings.add(stories.longValue(), 1);
        }
      }
    }
    DocSet ofStories = new DocSet(told);
    return new CollapsedStories(searcher, found.without(ofStories), ofStories, tellings);
  }

  /** The number of results: the stories, and the articles that belong to none. */
  public int size() {
    return alone.size() + tellings.size();
  }

  /** The number of found articles that tell a story. */
  public int tellings(long story) {
    return tellings.get(story);
  }

  /** The number of found articles that tell the story of a document; 1 if it has no story. */
  public int tellingsWith(int doc) throws IOException {
    OptionalLong story = story(doc);
    return story.isPresent() ? tellings.get(story.getAsLong()) : 1;
  }

  /** Keeps the newest or oldest article of each story, and articles without a story. */
  public synchronized DocSet byDate(boolean newestFirst) throws IOException {
    DocSet known = newestFirst ? newest : oldest;
    if (known != null) {
      return known;
    }
    FirstTellings first = new FirstTellings(searcher.getIndexReader(), newestFirst);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      first.enter(leaf);
      DocIdSetIterator docs = told.iterator(leaf.ord);
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        first.offer(doc, 0);
      }
    }
    DocSet made = first.with(alone);
    if (newestFirst) {
      newest = made;
    } else {
      oldest = made;
    }
    return made;
  }

  /**
   * Keeps the best article of each story, and articles without a story. Of articles with equal
   * scores, the newest is best.
   */
  public DocSet byScore(Query scoring) throws IOException {
    return best(scoring, told).with(alone);
  }

  /** Keeps those of the documents that have no story, or are the best article of their story. */
  public <T extends ScoreDoc> List<T> first(Query scoring, List<T> docs) throws IOException {
    LongCounts stories = new LongCounts();
    for (ScoreDoc doc : docs) {
      story(doc.doc).ifPresent(story -> stories.put(story, 1));
    }
    DocSet best = best(scoring, tellings(stories)).with(alone);
    return docs.stream().filter(doc -> best.has(searcher.getIndexReader(), doc.doc)).toList();
  }

  private OptionalLong story(int doc) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    NumericDocValues stories = DocValues.getNumeric(leaf.reader(), Fields.STORY);
    return stories.advanceExact(doc - leaf.docBase)
        ? OptionalLong.of(stories.longValue())
        : OptionalLong.empty();
  }

  /** All found articles of these stories. */
  private DocSet tellings(LongCounts of) throws IOException {
    FixedBitSet[] segments = new FixedBitSet[searcher.getIndexReader().leaves().size()];
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      segments[leaf.ord] = new FixedBitSet(leaf.reader().maxDoc());
      NumericDocValues stories = DocValues.getNumeric(leaf.reader(), Fields.STORY);
      DocIdSetIterator docs = told.iterator(leaf.ord);
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        if (stories.advanceExact(doc) && of.get(stories.longValue()) > 0) {
          segments[leaf.ord].set(doc);
        }
      }
    }
    return new DocSet(segments);
  }

  private FirstTellings best(Query scoring, DocSet tellings) throws IOException {
    Query among =
        new BooleanQuery.Builder()
            .add(scoring, Occur.MUST)
            .add(new DocSetQuery(tellings), Occur.FILTER)
            .build();
    Weight weight = searcher.createWeight(searcher.rewrite(among), ScoreMode.COMPLETE, 1);
    FirstTellings first = new FirstTellings(searcher.getIndexReader(), true);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        first.enter(leaf);
        DocIdSetIterator docs = scorer.iterator();
        for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
          Budget.check();
          first.offer(doc, scorer.score());
        }
      }
    }
    return first;
  }
}
