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
 * Finds the saved searches that match an article. Only searches that have a term in common with the
 * article are run (Lucene's Monitor with a presearcher). For one thread.
 *
 * <p>An article has words only in the fields of its own language, so each of the eight languages
 * has a monitor with all searches. A monitor is made when the first article of its language
 * arrives.
 */
public final class LuceneQueryMatcher implements QueryMatcher {

  private final LuceneSettings settings;
  private final NameLabels learnt;
  private final NameLabels labels;
  private final Map<ArticleLanguage, LanguageMonitor> monitors =
      new EnumMap<>(ArticleLanguage.class);
  private Map<String, Filters> watched = Map.of();

  /** The names that each search asks for, by the id of the search. */
  private final Map<String, Set<String>> asked = new HashMap<>();

  /** The label of each name, as last looked up. */
  private final Map<String, String> meant = new HashMap<>();

  /** Names whose labels have changed since searches were added to some monitors. */
  private final Set<String> changed = new HashSet<>();

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
    asked.keySet().removeAll(gone);
    added.forEach((id, filters) -> asked.put(id, AskedNames.of(filters, settings.parser())));
    if (!gone.isEmpty() && !meant.isEmpty()) {
      Set<String> names = new HashSet<>();
      asked.values().forEach(names::addAll);
      meant.keySet().retainAll(names);
    }
  }

  @Override
  public void learn() throws IOException {
    for (Map.Entry<String, String> name : meant.entrySet()) {
      if (!learnt.meant(name.getKey()).equals(name.getValue())) {
        changed.add(name.getKey());
      }
    }
    if (changed.isEmpty()) {
      return;
    }
    meant.keySet().removeAll(changed);
    Map<String, Filters> others = new HashMap<>();
    watched.forEach(
        (id, filters) -> {
          if (!Collections.disjoint(asked.getOrDefault(id, Set.of()), changed)) {
            others.put(id, filters);
          }
        });
    for (LanguageMonitor monitor : monitors.values()) {
      monitor.add(others); // replaces those with the same ids
    }
    changed.clear();
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
      try {
        monitor.add(watched);
        monitors.put(language, monitor);
      } finally {
        if (!monitors.containsKey(language)) {
          monitor.close(); // ends its thread
        }
      }
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
