package io.keeling.feeds.match;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.feeds.query.Filters;
import io.keeling.feeds.search.NameLabels;
import io.keeling.feeds.search.lucene.ArticleDocument;
import io.keeling.feeds.search.lucene.LuceneSettings;
import io.keeling.feeds.search.lucene.analysis.ArticleLanguage;
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
public final class Matcher implements AutoCloseable {

  private final LuceneSettings settings;
  private final NameLabels learnt;
  private final NameLabels labels;
  private final Map<ArticleLanguage, LanguageMonitor> monitors =
      new EnumMap<>(ArticleLanguage.class);
  private Map<String, Filters> watched = Map.of();

  /** The names that each of them asks for. */
  private final Map<String, Set<String>> asked = new HashMap<>();

  /** By the name that is asked for, what it was called when it was looked up last. */
  private final Map<String, String> meant = new HashMap<>();

  /** Names that are called otherwise than some monitors look for. */
  private final Set<String> changed = new HashSet<>();

  /** Looks for names as they are asked. */
  public Matcher(LuceneSettings settings) {
    this(settings, NameLabels.NONE);
  }

  /**
   * @param labels what names are usually called, which may change as articles come
   */
  public Matcher(LuceneSettings settings, NameLabels labels) {
    this.settings = settings;
    this.labels = name -> meant.computeIfAbsent(name, labels::meant);
    this.learnt = labels;
  }

  /**
   * From now on these searches are looked for and no others.
   *
   * @param searches what they find, by id; of one id always the same
   * @throws IOException if some cannot be looked for; the same again mends it
   */
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

  /**
   * Asks again what names are called, and looks for searches anew that mean others now.
   *
   * @throws IOException if some cannot be looked for; whatever it throws, the next time does it
   *     again
   */
  void learn() throws IOException {
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
      monitor.add(others); // in place of those of the same ids
    }
    changed.clear();
  }

  /**
   * The searches that an article is of.
   *
   * @param corrected whether another wording of it was read before
   * @throws IllegalArgumentException if Lucene refuses the article
   */
  public Set<String> matches(EnrichedArticle article, boolean corrected) throws IOException {
    if (watched.isEmpty()) {
      return Set.of();
    }
    return monitor(article.article().language()).matches(ArticleDocument.of(article, corrected));
  }

  /**
   * Makes ready for articles of a language, before the first of it comes.
   *
   * @param code as articles have it
   */
  void prepare(String code) throws IOException {
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
          monitor.close(); // it has a thread
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
