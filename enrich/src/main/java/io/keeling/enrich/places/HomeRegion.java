package io.keeling.enrich.places;

import io.keeling.enrich.gazetteer.Place;
import io.keeling.enrich.gazetteer.PlaceGazetteer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state or province in which most names of an article have a place, even if some are better
 * known for a place elsewhere: Georgia, with Atlanta, Macon, Athens and Rome. For one article. The
 * figures were tuned on our own articles and on the {@code look} half of {@code
 * training/eval/places.tsv}.
 */
final class HomeRegion {

  /** Fewest names that must have a place in the region. */
  private static final int ENOUGH_NAMES = 3;

  /** Share of all names that must have a place in the region. */
  private static final double ENOUGH_OF_ALL = 0.5;

  /** Minimum evidence for the region from names that mean no place elsewhere. */
  private static final double ENOUGH_ALONE = 1;

  /** Evidence of a name that certainly means a place in the region. */
  private static final double CLEAR = 1;

  /** Evidence of a small place, whose name may mean no place in this text. */
  private static final double SMALL = 0.4;

  /** Evidence of the name of the region itself. */
  private static final double NAMED = 2;

  /** Evidence of the name of the region if it may mean something else. */
  private static final double NAMED_IN_DOUBT = 0.6;

  /** What the region adds to the worth of any of its places. */
  private static final double NEIGHBOUR = 0.3;

  /**
   * What the region adds to the worth of a place in it that is certainly meant, despite a famous
   * namesake elsewhere.
   */
  private static final double PULLED = 0.6;

  /** Population from which a city is meant in its own region, however famous a namesake is. */
  private static final int CITY = 100_000;

  /** Minimum number of mentions of a town for the article to be about it. */
  private static final int OFTEN = 3;

  /**
   * How many times larger than the place here a namesake across the border must be for people here
   * to mean the namesake.
   */
  private static final int LARGER = 2;

  /**
   * Population from which a city elsewhere outweighs a much smaller namesake in the region, see
   * {@link #DWARFED}.
   */
  private static final int BIG = 200_000;

  /**
   * How many times larger than its namesake in the region a city of size {@link #BIG} elsewhere
   * must be to outweigh it.
   */
  private static final int DWARFED = 10;

  private final PlaceGazetteer gazetteer;
  private final @Nullable Place region;
  private final Set<String> pulled = new HashSet<>();
  private final Set<String> left = new HashSet<>();

  private HomeRegion(PlaceGazetteer gazetteer, @Nullable Place region) {
    this.gazetteer = gazetteer;
    this.region = region;
  }

  /**
   * Finds the home region, if there is one.
   *
   * @param lists the names that are joined by commas and "and"
   * @param countries the countries that the text names
   */
  static HomeRegion of(
      PlaceGazetteer gazetteer,
      List<PlaceName> names,
      List<List<PlaceName>> lists,
      Set<String> countries) {
    HomeRegion home = new HomeRegion(gazetteer, best(names).orElse(null));
    if (home.region != null) {
      home.pull(names, lists, countries);
    }
    return home;
  }

  /** The evidence for a region. */
  private static final class Evidence {
    private final Place region;
    private int names;
    private double alone;

    Evidence(Place region) {
      this.region = region;
    }

    double value() {
      return names + alone;
    }
  }

  private static Optional<Place> best(List<PlaceName> names) {
    Map<String, Evidence> regions = new HashMap<>();
    int all = 0;
    for (PlaceName name : names) {
      Optional<Place> clear = PlaceContext.clear(name.candidates());
      if (name.area()) {
        name.candidates().stream()
            .filter(p -> p.large() && p.region() != null)
            .forEach(p -> at(p, regions).alone += clear.isPresent() ? NAMED : NAMED_IN_DOUBT);
      } else if (!name.candidates().isEmpty()) {
        all++;
        Set<String> seen = new HashSet<>();
        name.candidates().stream()
            .filter(p -> p.region() != null && seen.add(key(p)) && !nearLarger(p, name))
            .forEach(p -> at(p, regions).names++);
        clear
            .filter(p -> p.region() != null)
            .ifPresent(p -> at(p, regions).alone += p.small() ? SMALL : CLEAR);
      }
    }
    double enough = Math.max(ENOUGH_NAMES, ENOUGH_OF_ALL * all);
    return regions.values().stream()
        .filter(e -> e.names >= enough && e.alone >= ENOUGH_ALONE)
        .max(
            Comparator.comparingDouble(Evidence::value)
                .thenComparing(e -> key(e.region), Comparator.reverseOrder()))
        .map(e -> e.region);
  }

  private static Evidence at(Place place, Map<String, Evidence> regions) {
    return regions.computeIfAbsent(
        key(place), k -> new Evidence(Place.region(k, place.country(), place.region())));
  }

  private static String key(Place place) {
    return place.country() + " " + place.region();
  }

  private static boolean nearLarger(Place place, PlaceName name) {
    return PlaceWorth.nearLarger(place, name.candidates(), LARGER);
  }

  /** Decides which names mean places here despite a famous namesake elsewhere. */
  private void pull(List<PlaceName> names, List<List<PlaceName>> lists, Set<String> countries) {
    Set<String> elsewhere = new HashSet<>(countries);
    for (PlaceName name : names) {
      if (here(name).isEmpty()) {
        PlaceContext.clear(name.candidates()).ifPresent(p -> elsewhere.add(p.country()));
      }
    }
    for (PlaceName name : names) {
      Optional<Place> here = name.area() ? Optional.empty() : here(name);
      boolean own =
          here.isPresent()
              && (here.get().population() >= CITY || name.tagged().mentions().size() >= OFTEN);
      if (own && !elsewhere.contains(famous(name).country())) {
        pulled.add(name.text());
      }
    }
    for (List<PlaceName> list : lists) {
      if (together(list)) {
        list.forEach(name -> pulled.add(name.text()));
      } else {
        list.forEach(name -> left.add(name.text()));
      }
    }
  }

  /**
   * Whether all names of a list mean places here. Each must have a place here. Their famous
   * namesakes must not all be capitals, and must not all be in one other country, as Oxford and
   * Cambridge are.
   */
  private boolean together(List<PlaceName> list) {
    Set<String> famous = new HashSet<>();
    boolean capitals = true;
    for (PlaceName name : list) {
      if (name.area() ? !namesIt(name) && !cityToo(name) : here(name).isEmpty()) {
        return false;
      }
      if (!name.area()) {
        famous.add(famous(name).country());
        capitals &= famous(name).capital();
      }
    }
    return !capitals
        && (famous.size() > 1 || (region != null && famous.contains(region.country())));
  }

  private boolean namesIt(PlaceName name) {
    return region != null
        && name.candidates().stream().anyMatch(p -> p.large() && key(p).equals(key(region)));
  }

  /** Whether a city here has the name of a region abroad, as Norfolk does. */
  private boolean cityToo(PlaceName name) {
    return here(name).filter(p -> p.population() >= CITY).isPresent()
        && name.candidates().stream()
            .filter(Place::large)
            .noneMatch(p -> region != null && p.country().equals(region.country()));
  }

  /** The largest place of this name in the region. */
  private Optional<Place> here(PlaceName name) {
    return name.candidates().stream()
        .filter(p -> region != null && p.liesIn(region) && !nearLarger(p, name))
        .max(Comparator.comparingLong(Place::population));
  }

  /** The place that a name means if nothing is known of the text. */
  private static Place famous(PlaceName name) {
    return name.candidates().stream()
        .max(Comparator.comparing(Place::capital).thenComparing(Place::population))
        .orElseThrow();
  }

  /** The place that a name certainly means because the article is at home here. */
  Optional<Place> meant(PlaceName name) {
    if (region == null) {
      return Optional.empty();
    }
    if (name.area()) {
      return left.contains(name.text())
          ? Optional.empty()
          : name.candidates().stream()
              .filter(p -> p.kind() == Place.Kind.REGION && key(p).equals(key(region)))
              .findFirst();
    }
    return pulled.contains(name.text()) && !left.contains(name.text())
        ? here(name)
        : Optional.empty();
  }

  /** What the region adds to the worth of one of a name's candidates. */
  double bonus(PlaceName name, Place place) {
    if (region == null || !key(place).equals(key(region))) {
      return 0;
    }
    if (place.kind() == Place.Kind.REGION) {
      return left.contains(name.text()) ? 0 : NEIGHBOUR;
    }
    if (name.area() || nearLarger(place, name)) {
      return 0;
    }
    if (meant(name).isPresent()) {
      return PULLED;
    }
    List<Place> others = new ArrayList<>(name.candidates());
    others.removeIf(p -> key(p).equals(key(region)));
    return others.stream().anyMatch(p -> overshadows(p, place)) ? 0 : NEIGHBOUR;
  }

  /** Whether a namesake elsewhere is so well known that being in the region is not enough. */
  private boolean overshadows(Place other, Place place) {
    return other.capital()
        || gazetteer.wellKnown(other)
        || (other.population() >= BIG && other.population() > DWARFED * place.population());
  }
}
