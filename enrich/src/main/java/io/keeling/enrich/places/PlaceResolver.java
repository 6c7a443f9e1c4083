package io.keeling.enrich.places;

import io.keeling.enrich.gazetteer.Place;
import io.keeling.enrich.gazetteer.PlaceGazetteer;
import io.keeling.enrich.names.TaggedName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the place that a name means: by the words around it ("Paris, Texas"), by kind and
 * inhabitants, and by the countries and regions that the article mentions. The figures were tuned
 * on our own articles and on those of {@code training/eval/places.tsv}.
 */
final class PlaceResolver {

  /** Countries whose towns are written with their state. */
  private static final Set<String> STATES_BEHIND_TOWNS = Set.of("US", "CA", "AU");

  /** Bonus of a place whose region follows its name: more than everything else can add. */
  private static final double QUALIFIED = 10;

  /** Bonus of the city in the outlet's own country, see {@link PlaceContext#own}. */
  private static final double AT_HOME = 0.2;

  /** Bonus of a region named beside another region of its country: more than a capital's lead. */
  private static final double JOINED = 0.3;

  /**
   * Lead over the next place that makes a choice sure. A country without context does not have this
   * lead.
   */
  private static final double SURE = 0.25;

  /** Share of the context that a country must have for its small towns to be considered. */
  private static final double SUPPORT = 0.3;

  /** Share of the context that a country must have for an unknown site to lie in it. */
  private static final double HOME_OF_SITES = 0.6;

  /** Weighted mentions that the country of an unknown site must have. */
  private static final double MENTIONS_OF_SITES = 1.4;

  /**
   * Share of the context that a country must have for an unknown river or mountain to lie in it.
   * Articles rarely name rivers and mountains abroad.
   */
  private static final double HOME_OF_NATURE = 0.4;

  /**
   * Share of the context that a country must have for an unknown name, which may be no place at
   * all, to lie in it.
   */
  private static final double HOME_OF_UNKNOWN = 0.75;

  /** Weighted mentions that the country of an unknown name must have. */
  private static final double MENTIONS_OF_UNKNOWN = 1.4;

  /** What each further mention of a place adds to the context, relative to the first. */
  private static final double MORE_MENTIONS = 0.5;

  /** Maximum number of mentions of a place that add to the context. */
  private static final int MOST_MENTIONS = 3;

  /** Population from which "the" may precede a city's name, as in "the Nottingham office". */
  private static final int KNOWN_BY_OFFICES = 100_000;

  private record Weighed(Place place, double value) {}

  private final PlaceNames names;
  private final PlaceWorth worth;
  private final PlaceReasons reasons;

  PlaceResolver(PlaceGazetteer gazetteer) {
    this.names = new PlaceNames(gazetteer);
    this.worth = new PlaceWorth(gazetteer);
    this.reasons = new PlaceReasons(gazetteer);
  }

  List<Place> candidates(String name) {
    return names.candidates(name);
  }

  /** The candidates that the words around a mention point to; empty if they point to none. */
  List<Place> indicated(List<Place> candidates, Surroundings around) {
    List<Place> areas = new ArrayList<>();
    addAreas(around.closedQualifier(), areas);
    List<Place> towns = around.town() == null ? List.of() : candidates(around.town());
    boolean both = candidates.stream().anyMatch(p -> p.kind() == Place.Kind.COUNTRY);
    boolean governed = both && around.governed();
    boolean state = around.state();
    boolean country = around.republic() || around.sovereign();
    return candidates.stream()
        .filter(
            p ->
                areas.stream().anyMatch(p::liesIn)
                    || (area(p) && state)
                    || (p.kind() == Place.Kind.REGION && governed)
                    || (p.kind() == Place.Kind.COUNTRY && country)
                    || (p.large() && towns.stream().anyMatch(town -> town.liesIn(p))))
        .toList();
  }

  /** A name with the places that it could mean. */
  PlaceName name(TaggedName tagged, List<Surroundings> around) {
    List<Place> candidates = candidates(tagged.text());
    List<Place> states = states(tagged.text(), around);
    List<Place> there =
        candidates.stream().filter(p -> states.stream().anyMatch(p::liesIn)).toList();
    boolean article = withArticle(tagged.text(), around);
    List<Place> likely = candidates.stream().filter(p -> !(article && bare(p))).toList();
    return new PlaceName(tagged, around, there.isEmpty() ? likely : there);
  }

  /** Adds to the context what a name shows by itself or with the state or country after it. */
  void inform(PlaceName name, PlaceContext context, HomeRegion home) {
    List<Surroundings> around = name.around();
    double weight = 1 + MORE_MENTIONS * (Math.min(MOST_MENTIONS, around.size()) - 1);
    List<Place> candidates = name.candidates();
    List<Place> states = states(name.text(), around);
    Optional<Place> state =
        states.stream()
            .filter(s -> candidates.isEmpty() || candidates.stream().anyMatch(p -> p.liesIn(s)))
            .findFirst();
    Place abbreviated = names.abbreviated(name.text());
    if (state.isPresent()) {
      context.add(state.get(), weight);
    } else if (candidates.isEmpty() && abbreviated != null) {
      context.add(abbreviated, weight);
    } else {
      List<Place> meant =
          home.meant(name).or(() -> context.own(candidates)).map(List::of).orElse(candidates);
      context.addIfClear(name.text(), meant, weight);
    }
  }

  /** Chooses the place of a name; empty if there is none. */
  Optional<PlaceChoice> resolve(PlaceName name, PlaceContext context, HomeRegion home) {
    context.withhold(name.text());
    Optional<PlaceChoice> choice = choose(name, context, home);
    context.restore(name.text());
    return choice;
  }

  private Optional<PlaceChoice> choose(PlaceName named, PlaceContext context, HomeRegion home) {
    String name = named.text();
    List<Surroundings> around = named.around();
    List<Place> candidates = new ArrayList<>(candidates(name));
    List<Place> states = states(name, around);
    List<Place> qualifiers = new ArrayList<>(states);
    around.forEach(s -> addAreas(s.qualifier(), qualifiers));
    around.forEach(s -> addAreas(s.in(), qualifiers));
    Place abbreviated = names.abbreviated(name);
    if (abbreviated != null
        && (candidates.isEmpty() || Surroundings.any(around, Surroundings::afterComma))) {
      return Optional.of(new PlaceChoice(abbreviated, candidates, true, "the text abbreviates it"));
    }
    boolean article = withArticle(name, around);
    smallTown(name, candidates, states).ifPresent(candidates::add);
    Set<Place> indicated = new HashSet<>();
    around.forEach(s -> indicated.addAll(indicated(candidates, s)));
    boolean counties = candidates.stream().filter(PlaceResolver::division).count() > 1;
    candidates.removeIf(
        p ->
            (doubtful(p)
                    || (article && bare(p))
                    || (counties && division(p) && !context.leaves(p.country())))
                && !supported(p, context)
                && qualifiers.stream().noneMatch(q -> p.liesIn(q)));
    if (candidates.isEmpty() || (PlaceNames.site(name) && !names.known(name))) {
      return site(name, candidates, context).or(() -> onlyOne(named, context));
    }
    ToDoubleFunction<Place> value =
        place ->
            worth.of(place, candidates, context)
                + home.bonus(named, place)
                + (area(place) && joined(place, around) ? JOINED : 0)
                + (indicated.contains(place) ? QUALIFIED : 0)
                + (qualifiers.stream().anyMatch(q -> place.liesIn(q)) ? QUALIFIED : 0);
    Optional<Place> own = context.own(candidates);
    PlaceChoice choice =
        choice(
            candidates,
            place ->
                value.applyAsDouble(place) + (own.filter(place::equals).isPresent() ? AT_HOME : 0));
    Place place = choice.place();
    boolean river = names.feature(place) && article && context.share(place.country()) == 0;
    return Optional.of(
        new PlaceChoice(
            place,
            choice.alternatives(),
            choice.sure() && !river,
            () ->
                reasons.of(
                    choice,
                    named,
                    qualifiers,
                    context,
                    area(place) && joined(place, around),
                    home.bonus(named, place) > 0)));
  }

  /**
   * The candidate of the highest value. Each is weighed once before sorting, because its worth
   * depends on the others.
   */
  static PlaceChoice choice(List<Place> candidates, ToDoubleFunction<Place> value) {
    List<Weighed> ordered =
        candidates.stream()
            .map(place -> new Weighed(place, value.applyAsDouble(place)))
            .sorted(Comparator.comparingDouble(Weighed::value).reversed())
            .toList();
    boolean sure = ordered.size() == 1 || ordered.get(0).value() - ordered.get(1).value() >= SURE;
    List<Place> places = ordered.stream().map(Weighed::place).toList();
    return new PlaceChoice(places.get(0), places.subList(1, places.size()), sure, List::of);
  }

  /** Whether another region of the place's country is named beside it: "Washington and Oregon". */
  private boolean joined(Place place, List<Surroundings> around) {
    return around.stream()
        .flatMap(s -> s.joined().stream())
        .flatMap(words -> names.areas(words).stream())
        .anyMatch(
            p ->
                p.kind() == Place.Kind.REGION
                    && p.country().equals(place.country())
                    && !p.name().equals(place.name()));
  }

  private static boolean area(Place place) {
    return place.kind() == Place.Kind.REGION || place.kind() == Place.Kind.DIVISION;
  }

  /** Whether this is a town that is considered only if the text has its country or region. */
  private static boolean doubtful(Place place) {
    return !place.large() && !place.capital() && place.small();
  }

  /**
   * Whether a known name has "the" before every mention, as in "the Inca", and never as part of a
   * phrase such as "the Reading-based firm".
   */
  private boolean withArticle(String name, List<Surroundings> around) {
    return around.stream().allMatch(Surroundings::withArticle) && names.known(name);
  }

  /** Whether this is a town whose name does not take "the". */
  private static boolean bare(Place place) {
    return place.kind() == Place.Kind.CITY
        && place.population() < KNOWN_BY_OFFICES
        && !place.capital()
        && !place.name().startsWith("The ");
  }

  private static boolean division(Place place) {
    return place.kind() == Place.Kind.DIVISION;
  }

  private static boolean supported(Place place, PlaceContext context) {
    return context.share(place.country()) >= SUPPORT || context.mentionsOfRegion(place) > 0;
  }

  /**
   * Locates streets, buildings and unknown names: in the town they are named after, or else in the
   * country where the article is set.
   */
  private Optional<PlaceChoice> site(String name, List<Place> towns, PlaceContext context) {
    boolean site = PlaceNames.site(name);
    Optional<String> home =
        PlaceNames.nature(name)
            ? context.home(HOME_OF_NATURE, MENTIONS_OF_SITES).filter(context::leads)
            : context.home(
                site ? HOME_OF_SITES : HOME_OF_UNKNOWN,
                site ? MENTIONS_OF_SITES : MENTIONS_OF_UNKNOWN);
    Optional<PlaceChoice> town =
        towns.isEmpty()
            ? Optional.empty()
            : Optional.of(choice(towns, p -> worth.of(p, towns, context)));
    if (town.isPresent() && (home.isEmpty() || home.get().equals(town.get().place().country()))) {
      String reason =
          town.get().place().kind() == Place.Kind.SITE
              ? "found on no map; the text says where it is"
              : "it is named after this town";
      return town.map(t -> new PlaceChoice(t.place(), t.alternatives(), false, reason));
    }
    return home.filter(country -> !names.natureOfElsewhere(name, country))
        .filter(country -> site || context.namesRegionOf(country))
        .filter(country -> !names.area(name))
        .map(
            country ->
                new PlaceChoice(
                    Place.site(name, country),
                    List.of(),
                    false,
                    "found on no map; the article hardly leaves " + country));
  }

  /** The only town of its name, however small, if the text shows that it is a place. */
  private Optional<PlaceChoice> onlyOne(PlaceName name, PlaceContext context) {
    return Optional.of(name.candidates())
        .filter(only -> only.size() == 1 && Surroundings.any(name.around(), Surroundings::placed))
        .map(only -> only.get(0))
        .filter(town -> context.leaves(town.country()))
        .map(town -> new PlaceChoice(town, List.of(), false, PlaceReasons.ONLY_ONE));
  }

  private List<Place> states(String name, List<Surroundings> around) {
    List<Place> states = new ArrayList<>();
    int comma = name.indexOf(',');
    if (comma > 0) {
      states.addAll(names.areas(name.substring(comma + 1).strip()));
    }
    around.forEach(s -> addAreas(s.closedQualifier(), states));
    return states;
  }

  private void addAreas(@Nullable String words, List<Place> target) {
    if (words != null) {
      target.addAll(names.areas(words));
    }
  }

  /**
   * The town that a text puts in a state in which the gazetteer has no town of that name: "Geneva,
   * New York".
   */
  private static Optional<Place> smallTown(
      String name, List<Place> candidates, List<Place> states) {
    if (states.stream().anyMatch(q -> candidates.stream().anyMatch(p -> p.liesIn(q)))
        || candidates.stream().anyMatch(Place::large)) {
      return Optional.empty();
    }
    String plain = name.indexOf(',') > 0 ? name.substring(0, name.indexOf(',')) : name;
    return states.stream()
        .filter(q -> STATES_BEHIND_TOWNS.contains(q.country()) && q.region() != null)
        .findFirst()
        .map(
            q ->
                PlaceNames.built(plain)
                    ? Place.site(plain, q.country())
                    : new Place(
                        plain, Place.Kind.CITY, q.country(), q.region(), null, null, 0, false));
  }
}
