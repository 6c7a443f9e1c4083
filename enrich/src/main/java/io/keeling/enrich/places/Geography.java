package io.keeling.enrich.places;

import io.keeling.contract.enriched.CountryWeight;
import io.keeling.enrich.names.TaggedName;
import java.util.List;
import java.util.Map;

/**
 * The places and countries of an article. Immutable and safe to share between threads.
 *
 * @param places for each name that is a place we know, the place
 * @param countries the countries by weight
 * @param sources for each country, by its code, what gave it its weight, heaviest first
 */
public record Geography(
    Map<TaggedName, PlaceChoice> places,
    List<CountryWeight> countries,
    Map<String, List<CountrySource>> sources) {

  public Geography {
    places = Map.copyOf(places);
    countries = List.copyOf(countries);
    sources = Map.copyOf(sources);
  }
}
