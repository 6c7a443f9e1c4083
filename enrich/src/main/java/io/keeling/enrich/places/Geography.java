package io.keeling.enrich.places;

import io.keeling.contract.enriched.CountryWeight;
import io.keeling.enrich.names.TaggedName;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The places and countries of an article.
 *
 * @param places for each name that is a place we know, the place
 * @param nowhere names that were taken for places by nothing but their letters, in a country that
 *     nothing else in the text is in
 * @param countries the countries by weight
 * @param sources for each country, by its code, what gave it its weight, heaviest first
 */
public record Geography(
    Map<TaggedName, PlaceChoice> places,
    Set<TaggedName> nowhere,
    List<CountryWeight> countries,
    Map<String, List<CountrySource>> sources) {

  public Geography {
    places = Map.copyOf(places);
    nowhere = Set.copyOf(nowhere);
    countries = List.copyOf(countries);
    sources = Map.copyOf(sources);
  }
}
