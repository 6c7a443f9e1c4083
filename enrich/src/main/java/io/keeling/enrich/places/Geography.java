package io.keeling.enrich.places;

import io.keeling.contract.enriched.CountryWeight;
import io.keeling.enrich.names.TaggedName;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The places and countries of an article.
 *
 * @param places the place of each name that is a known place
 * @param nowhere names that look like places only by their spelling, and whose country nothing else
 *     in the text supports
 * @param countries the countries by weight
 * @param sources for each country, by its code, the names that gave it weight, heaviest first
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
