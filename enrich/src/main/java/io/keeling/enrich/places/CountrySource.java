package io.keeling.enrich.places;

/**
 * A name or demonym that gave a country weight.
 *
 * @param form as it is written
 * @param mentions how often it counted
 * @param weight of each mention: 1 for a place, less for a demonym or the name of an organisation
 */
public record CountrySource(String form, int mentions, double weight) {

  double total() {
    return mentions * weight;
  }

  CountrySource oneMore() {
    return new CountrySource(form, mentions + 1, weight);
  }
}
