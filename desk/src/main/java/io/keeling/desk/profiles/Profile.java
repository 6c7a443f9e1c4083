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
 * @param called its usual name in articles; none for topics and countries, which are translated
 * @param type of a name: person, organization or location; none where unknown
 * @param wikidata its Wikidata id, none where no article has one
 * @param articles how many have it
 * @param attention its articles over time and their share; of an outlet, the share of climate news
 * @param together what else the articles have, by facet, most frequent first
 * @param latest the latest articles, each story once
 * @param told the stories told most, each by its first telling
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

  /** Its Wikidata address; none where there is none. */
  public @Nullable String wikidataAddress() {
    return wikidata == null ? null : "https://www.wikidata.org/wiki/" + wikidata;
  }
}
