package io.keeling.feeds.match;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.feeds.query.Filters;
import io.keeling.feeds.search.lucene.ArticleDocument;
import io.keeling.feeds.search.lucene.LuceneSettings;
import io.keeling.feeds.search.lucene.analysis.ArticleLanguage;
import java.io.IOException;
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
  private final Map<ArticleLanguage, LanguageMonitor> monitors =
      new EnumMap<>(ArticleLanguage.class);
  private Map<String, Filters> watched = Map.of();

  public Matcher(LuceneSettings settings) {
    this.settings = settings;
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
      monitor = new LanguageMonitor(settings, language);
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
