package io.keeling.desk.profiles;

import io.keeling.desk.articles.FacetCount;
import io.keeling.desk.articles.store.ListedArticle;
import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import io.keeling.search.query.Subject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The profile of a topic, name, country or outlet. Immutable; threads may share it.
 *
 * @param filters its articles
 * @param called its usual name in articles; null for topics and countries, which are translated
 * @param type of a name: person, organization or location; null if unknown
 * @param wikidata its Wikidata id, null if no article has one
 * @param articles number of its articles
 * @param attention its articles over time and their share; for an outlet, its climate news
 * @param together other values in its articles, by facet, most frequent first
 * @param latest the latest articles, each story once
 * @param told the stories with the most tellings, each as its first telling
 */
public record Profile(
    Subject subject,
    Filters filters,
    @Nullable String called,
    @Nullable String type,
    @Nullable String wikidata,
    int articles,
    Attention attention,
    Map<Facet, List<FacetCount>> together,
    List<ListedArticle> latest,
    List<ListedArticle> told) {

  public Profile {
    together = Map.copyOf(together);
    latest = List.copyOf(latest);
    told = List.copyOf(told);
  }

  /** Its address at Wikidata; null if it has no id there. */
  public @Nullable String wikidataAddress() {
    return wikidata == null ? null : "https://www.wikidata.org/wiki/" + wikidata;
  }
}
