package io.keeling.search.lucene.match;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.search.NameLabels;
import io.keeling.search.QueryMatcher;
import io.keeling.search.lucene.analysis.ArticleLanguage;
import io.keeling.search.lucene.index.ArticleDocument;
import io.keeling.search.lucene.index.LuceneSettings;
import io.keeling.search.query.Filters;
import java.io.IOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tells which of many searches an article is of: looks at those only that have a word in common
 * with it (Lucene's Monitor with a presearcher). For one thread.
 *
 * <p>Searches are held once for each language that articles come in, of eight, made when the first
 * of it comes: an article has words in the fields of its own language alone.
 */
public final class LuceneQueryMatcher implements QueryMatcher {

  private final LuceneSettings settings;
  private final NameLabels learnt;
  private final NameLabels labels;
  private final Map<ArticleLanguage, LanguageMonitor> monitors =
      new EnumMap<>(ArticleLanguage.class);
  private Map<String, Filters> watched = Map.of();

  /** By the name that is asked for, what it was called when it was looked up last. */
  private final Map<String, String> meant = new HashMap<>();

  /**
   * @param labels what names are usually called, which may change as articles come
   */
  public LuceneQueryMatcher(LuceneSettings settings, NameLabels labels) {
    this.settings = settings;
    this.labels = name -> meant.computeIfAbsent(name, labels::meant);
    this.learnt = labels;
  }

  @Override
  public void watch(Map<String, Filters> searches) throws IOException {
    Set<String> gone = new HashSet<>(watched.keySet());
    gone.removeAll(searches.keySet());
    Map<String, Filters> added = new HashMap<>(searches);
    added.keySet().removeAll(watched.keySet());
    for (LanguageMonitor monitor : monitors.values()) {
      if (!gone.isEmpty()) {
        monitor.remove(gone);
      }
      if (!added.isEmpty()) {
        monitor.add(added);
      }
    }
    watched = Map.copyOf(searches);
    if (!gone.isEmpty() && !meant.isEmpty()) {
      Set<String> asked = new HashSet<>();
      watched.values().forEach(each -> asked.addAll(AskedNames.of(each, settings.parser())));
      meant.keySet().retainAll(asked);
    }
  }

  @Override
  public void learn() throws IOException {
    Set<String> changed = new HashSet<>();
    for (Map.Entry<String, String> name : meant.entrySet()) {
      if (!learnt.meant(name.getKey()).equals(name.getValue())) {
        changed.add(name.getKey());
      }
    }
    if (changed.isEmpty()) {
      return;
    }
    Map<String, String> before = new HashMap<>(meant);
    meant.keySet().removeAll(changed);
    Map<String, Filters> others = new HashMap<>();
    watched.forEach(
        (id, filters) -> {
          if (!Collections.disjoint(AskedNames.of(filters, settings.parser()), changed)) {
            others.put(id, filters);
          }
        });
    try {
      for (LanguageMonitor monitor : monitors.values()) {
        monitor.add(others); // in place of those of the same ids
      }
    } catch (IOException e) {
      meant.putAll(before); // so that the next time does it again
      throw e;
    }
  }

  @Override
  public Set<String> matches(EnrichedArticle article, boolean corrected) throws IOException {
    if (watched.isEmpty()) {
      return Set.of();
    }
    return monitor(article.article().language()).matches(ArticleDocument.of(article, corrected));
  }

  @Override
  public void prepare(String code) throws IOException {
    if (!watched.isEmpty()) {
      monitor(code);
    }
  }

  private LanguageMonitor monitor(String code) throws IOException {
    ArticleLanguage language = ArticleLanguage.of(code);
    LanguageMonitor monitor = monitors.get(language);
    if (monitor == null) {
      monitor = new LanguageMonitor(settings, language, labels);
      monitor.add(watched);
      monitors.put(language, monitor);
    }
    return monitor;
  }

  @Override
  public void close() throws IOException {
    for (LanguageMonitor monitor : monitors.values()) {
      monitor.close();
    }
    monitors.clear();
  }
}
