package io.keeling.enrich.places;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A place of the gazetteer. Immutable and safe to share between threads.
 *
 * @param name its usual English name
 * @param kind what it is
 * @param country ISO 3166-1 alpha-2 code
 * @param region GeoNames' first-level administrative code, where it is known
 * @param lat latitude of a city, degrees (WGS 84)
 * @param lon longitude of a city, degrees (WGS 84)
 * @param population inhabitants of a city
 * @param capital whether it is a capital of a country
 */
public record Place(
    String name,
    Kind kind,
    String country,
    @Nullable String region,
    @Nullable Double lat,
    @Nullable Double lon,
    long population,
    boolean capital) {

  /** What a place is. */
  public enum Kind {
    COUNTRY,
    REGION,
    CITY
  }

  public Place {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(country, "country");
  }

  static Place country(String name, String code) {
    return new Place(name, Kind.COUNTRY, code, null, null, null, 0, false);
  }

  static Place region(String name, String code, @Nullable String region) {
    return new Place(name, Kind.REGION, code, region, null, null, 0, false);
  }
}
