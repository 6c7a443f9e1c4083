package io.keeling.search.lucene.count;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** Finds the documents of a set, in the reader that the set belongs to. */
public final class DocSetQuery extends Query {

  private final DocSet set;

  public DocSetQuery(DocSet set) {
    this.set = set;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public Scorer scorer(LeafReaderContext leaf) {
        return new ConstantScoreScorer(this, score(), mode, set.iterator(leaf.ord));
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false; // the set already is a cache
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "documents(" + set.size() + ")";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DocSetQuery query && query.set == set;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(set);
  }
}
