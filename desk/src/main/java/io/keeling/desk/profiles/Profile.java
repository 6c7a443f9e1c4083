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
 * What is known of a topic, name, country or outlet.
 *
 * @param filters the articles that have it
 * @param called what the articles usually call it; none for topics and countries, which every
 *     language calls otherwise
 * @param type what a name names: person, organization or location; none where that is not known
 * @param wikidata its id there, none where no article has one
 * @param articles how many have it
 * @param attention how much of what was published that is, over time; of an outlet, how much of
 *     what it published is climate news
 * @param together what else the articles have, by facet and most frequent first
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

  /** The address of its entry at Wikidata, none where there is none. */
  public @Nullable String wikidataAddress() {
    return wikidata == null ? null : "https://www.wikidata.org/wiki/" + wikidata;
  }
}
