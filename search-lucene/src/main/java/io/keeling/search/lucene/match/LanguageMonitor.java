package io.keeling.search.lucene.match;

import io.keeling.search.NameLabels;
import io.keeling.search.lucene.analysis.ArticleLanguage;
import io.keeling.search.lucene.field.FieldAnalyzer;
import io.keeling.search.lucene.field.Fields;
import io.keeling.search.lucene.index.LuceneSettings;
import io.keeling.search.query.Filters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.monitor.TermWeightor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Saved searches as queries for articles of one language. For one thread. */
final class LanguageMonitor implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LanguageMonitor.class);

  /**
   * Fields whose values most articles share. A search is looked up by its terms in other fields, if
   * it has any.
   */
  private static final Set<String> COMMON =
      Set.of(Fields.CLIMATE, Fields.LANGUAGE, Fields.TOPIC_GRADE, Fields.IS);

  /** Weight of terms in {@link #COMMON} fields; lower than the weight of any other term. */
  private static final double LITTLE = 0.001;

  /**
   * Number of searches added at once. Each takes 70 kB while it is added, so Lucene's default of
   * 5,000 would exceed a desk's heap.
   */
  private static final int ADDED_AT_ONCE = 200;

  private final Monitor monitor;
  private final FilterQueries queries;

  LanguageMonitor(LuceneSettings settings, ArticleLanguage language, NameLabels labels)
      throws IOException {
    this.queries = new FilterQueries(settings, language, labels);
    this.monitor =
        new Monitor(
            new FieldAnalyzer(),
            new TermFilteredPresearcher(
                TermWeightor.combine(
                    TermWeightor.DEFAULT, TermWeightor.fieldWeightor(LITTLE, COMMON)),
                List.of(),
                Set.of()),
            new MonitorConfiguration().setQueryUpdateBufferSize(ADDED_AT_ONCE));
  }

  void add(Map<String, Filters> searches) throws IOException {
    List<MonitorQuery> added = new ArrayList<>();
    for (Map.Entry<String, Filters> search : searches.entrySet()) {
      try {
        added.add(new MonitorQuery(search.getKey(), queries.of(search.getValue())));
      } catch (IllegalArgumentException e) {
        LOG.warn("The saved search {} can no longer be parsed and finds nothing", search.getKey());
      }
    }
    monitor.register(added);
  }

  void remove(Collection<String> ids) throws IOException {
    monitor.deleteById(List.copyOf(ids));
  }

  Set<String> matches(Document document) throws IOException {
    return monitor.match(document, QueryMatch.SIMPLE_MATCHER).getMatches().stream()
        .map(QueryMatch::getQueryId)
        .collect(Collectors.toSet());
  }

  @Override
  public void close() throws IOException {
    monitor.close();
  }
}
