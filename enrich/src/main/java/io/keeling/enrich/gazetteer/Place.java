package io.keeling.enrich.gazetteer;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A place of the gazetteer.
 *
 * @param name its usual English name
 * @param kind what it is
 * @param country ISO 3166-1 alpha-2 code
 * @param region GeoNames' first-level administrative code, where it is known
 * @param lat latitude in degrees (WGS 84); for a region, the mean of its towns, weighted by
 *     inhabitants
 * @param lon longitude, likewise
 * @param population inhabitants of a city or division
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

  /**
   * Inhabitants of the smallest town whose name hardly matches by chance: GeoNames lists the cities
   * from this size on.
   */
  private static final int SMALLEST = 15_000;

  /** What a place is. */
  public enum Kind {
    COUNTRY,
    /** A region that news names without saying where it is. */
    REGION,
    /** A first- or second-level administrative division of GeoNames. */
    DIVISION,
    CITY,
    /** A street, building or quarter of which only the country is known, from the article. */
    SITE
  }

  public Place {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(country, "country");
  }

  public static Place country(String name, String code) {
    return new Place(name, Kind.COUNTRY, code, null, null, null, 0, false);
  }

  public static Place region(String name, String code, @Nullable String region) {
    return new Place(name, Kind.REGION, code, region, null, null, 0, false);
  }

  public static Place site(String name, String code) {
    return new Place(name, Kind.SITE, code, null, null, null, 0, false);
  }

  /** Whether readers take the name for a whole country or region rather than a town. */
  public boolean large() {
    return kind == Kind.COUNTRY || kind == Kind.REGION;
  }

  /** Whether a town is so small that its name may match by chance. */
  public boolean small() {
    return population < SMALLEST;
  }

  /** Whether this place lies in an area, as far as the codes of both show. */
  public boolean liesIn(Place area) {
    return area.kind != Kind.CITY
        && kind != Kind.COUNTRY
        && kind != Kind.REGION
        && country.equals(area.country)
        && (area.kind == Kind.COUNTRY || (area.region != null && area.region.equals(region)));
  }
}
