package io.keeling.search.lucene.index;

import io.keeling.contract.article.Article;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.search.Change;
import io.keeling.search.lucene.field.Fields;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes changes to an index. Only for the thread that writes. */
final class ArticleChanges {

  private static final Logger LOG = LoggerFactory.getLogger(ArticleChanges.class);

  private final IndexWriter writer;
  private final LuceneReader reader;

  ArticleChanges(IndexWriter writer, LuceneReader reader) {
    this.writer = writer;
    this.reader = reader;
  }

  /** Writes changes in order; they become visible at the next refresh. */
  void apply(List<Change> changes) throws IOException {
    Map<String, Optional<IndexedState>> known = new HashMap<>();
    for (Change change : changes) {
      Term id = new Term(Fields.ID, change.id());
      Optional<EnrichedArticle> state = change.state();
      if (state.isPresent()) {
        put(id, state.get(), known);
      } else {
        writer.deleteDocuments(id);
        known.put(change.id(), Optional.empty());
      }
    }
  }

  private void put(Term id, EnrichedArticle enriched, Map<String, Optional<IndexedState>> known)
      throws IOException {
    Article article = enriched.article();
    Optional<IndexedState> before = known.get(article.id());
    if (before == null) {
      before = reader.state(article.id());
    }
    IndexedState now =
        new IndexedState(
            Fields.micros(article.fetchedAt()),
            enriched.revision(),
            article.version(),
            false,
            Long.MAX_VALUE);
    if (before.isPresent() && now.compareTo(before.get()) < 0) {
      return; // an older fetch, or an older revision of the same fetch
    }
    boolean corrected =
        before.isPresent()
            && (before.get().corrected() || !before.get().version().equals(now.version()));
    long fetched = Fields.micros(article.fetchedAt());
    long seen = before.map(state -> Math.min(state.seen(), fetched)).orElse(fetched);
    try {
      writer.updateDocument(id, ArticleDocument.of(enriched, corrected, Fields.moment(seen)));
    } catch (IllegalArgumentException e) {
      // Only this article is skipped: an article that Lucene refuses must not stop the indexing of
      // all others.
      LOG.warn("The search index refuses the article {}: {}", article.id(), e.getMessage());
      writer.deleteDocuments(id);
      known.put(article.id(), Optional.empty());
      return;
    }
    known.put(
        article.id(),
        Optional.of(
            now.corrected(corrected).seen(article.publishedAt() == null ? seen : Long.MAX_VALUE)));
  }
}
