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
 * The state or province that most names of an article have a place in, though some of them are
 * better known from elsewhere: Georgia, of Atlanta, Macon, Athens and Rome. For one article. The
 * figures were chosen on articles of our own and on the half {@code look} of {@code
 * training/eval/places.tsv}.
 */
final class HomeRegion {

  /** How many names must have a place in the region. */
  private static final int ENOUGH_NAMES = 3;

  /** The part of all names that must have a place in the region. */
  private static final double ENOUGH_OF_ALL = 0.5;

  /** How much must speak for the region that is no namesake of places elsewhere. */
  private static final double ENOUGH_ALONE = 1;

  /** What a name counts that means a place there beyond doubt. */
  private static final double CLEAR = 1;

  /** What a small place counts, which may be no place in this text. */
  private static final double SMALL = 0.4;

  /** What the name of the region itself counts. */
  private static final double NAMED = 2;

  /** What the name of the region counts where it may mean something else. */
  private static final double NAMED_IN_DOUBT = 0.6;

  /** What the region adds to the worth of any of its places. */
  private static final double NEIGHBOUR = 0.3;

  /**
   * What the region adds to the worth of a place of its own that is named like a famous one
   * elsewhere.
   */
  private static final double PULLED = 0.6;

  /** Inhabitants of a city that its region calls by its name, however famous the namesake. */
  private static final int CITY = 100_000;

  /** How often an article must name a town that it is about. */
  private static final int OFTEN = 3;

  /** How many times larger a namesake over the border is that people here rather mean. */
  private static final int LARGER = 2;

  /**
   * Inhabitants of a city for which no much smaller town of the name is meant, see {@link
   * #DWARFED}.
   */
  private static final int BIG = 200_000;

  /** How many times smaller a town is that is not meant beside a city. */
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
   * Finds it, if there is one.
   *
   * @param lists the names that are joined by commas and "and"
   * @param countries those that the text names
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

  /** What speaks for a region. */
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

  /** Decides which names mean places here though a famous one is called so. */
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
   * Whether all of a list lie here, and the famous ones of those names do not lie together
   * elsewhere, as Oxford and Cambridge do, and are not all capitals.
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

  /** Whether a city here goes by the name of a region abroad, as Norfolk does. */
  private boolean cityToo(PlaceName name) {
    return here(name).filter(p -> p.population() >= CITY).isPresent()
        && name.candidates().stream()
            .filter(Place::large)
            .noneMatch(p -> region != null && p.country().equals(region.country()));
  }

  /** The largest place of a name that lies here. */
  private Optional<Place> here(PlaceName name) {
    return name.candidates().stream()
        .filter(p -> region != null && p.liesIn(region) && !nearLarger(p, name))
        .max(Comparator.comparingLong(Place::population));
  }

  /** The place that a name means where nothing is known of the text. */
  private static Place famous(PlaceName name) {
    return name.candidates().stream()
        .max(Comparator.comparing(Place::capital).thenComparing(Place::population))
        .orElseThrow();
  }

  /** What a name means for certain because the article is at home here. */
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

  /** What it adds to the worth of one of the places that a name may mean. */
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

  /** Whether a namesake elsewhere is so well known that being near is not enough. */
  private boolean overshadows(Place other, Place place) {
    return other.capital()
        || gazetteer.wellKnown(other)
        || (other.population() >= BIG && other.population() > DWARFED * place.population());
  }
}
