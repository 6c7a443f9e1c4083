package io.keeling.enrich.places;

import io.keeling.contract.enriched.CountryWeight;
import io.keeling.contract.enriched.Mention;
import io.keeling.contract.enriched.NameType;
import io.keeling.enrich.gazetteer.CountryNames;
import io.keeling.enrich.gazetteer.EnglishNames;
import io.keeling.enrich.gazetteer.Place;
import io.keeling.enrich.gazetteer.PlaceGazetteer;
import io.keeling.enrich.gazetteer.WikidataItems;
import io.keeling.enrich.names.Boilerplate;
import io.keeling.enrich.names.KnownPlaces;
import io.keeling.enrich.names.LocatedName;
import io.keeling.enrich.names.TaggedName;
import io.keeling.runtime.deadline.RecordDeadline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Locates an article's names and weighs its countries. Names beyond doubt are located first; they
 * are the context for the rest. Threads may share it.
 */
public final class Geographer implements KnownPlaces {

  /** Weight, in mentions, of a region that an organisation's name begins with. */
  private static final double OF_A_BODY = 0.5;

  private static final Pattern NEXT_WORD = Pattern.compile(" (\\p{Lu}\\p{Ll}{2,20})(?!\\p{L})");

  /** Words that turn the demonym before them into a place's name, in whatever country. */
  private static final Set<String> COUNTIES = Set.of("County", "Parish", "Township");

  private final PlaceGazetteer gazetteer;
  private final PlaceResolver resolver;
  private final Namesakes namesakes;
  private final CountryNames english;
  private final EnglishNames usual = EnglishNames.load();
  private final PlaceSpotter spotter;
  private final WikidataItems items;

  /** The scanners by language; all but the English one are made when a text first needs them. */
  private final Map<String, CountryScanner> scanners = new ConcurrentHashMap<>();

  /** Loads the gazetteer and the English names of countries. */
  public Geographer() {
    english = CountryNames.of("en");
    gazetteer = PlaceGazetteer.load(english);
    resolver = new PlaceResolver(gazetteer);
    namesakes = new Namesakes(resolver);
    items = new WikidataItems(gazetteer);
    CountryScanner scanner = new CountryScanner(english);
    scanners.put("en", scanner);
    spotter = new PlaceSpotter(gazetteer, scanner);
  }

  /**
   * The Wikidata item of a place; null if the place is not sure. It is also null if the name means
   * only a part or a site of the place, such as the west of a country or a beach of a town.
   */
  public @Nullable String wikidata(TaggedName name, PlaceChoice choice) {
    Place place = choice.place();
    if (!choice.sure()) {
      return null;
    }
    if (place.kind() == Place.Kind.COUNTRY) {
      boolean whole = gazetteer.find(name.text()).contains(place) || scanned(name, place);
      return whole ? items.country(place.country()) : null;
    }
    return gazetteer.find(name.text()).contains(place) ? items.place(place) : null;
  }

  /** The usual English name of a place. */
  public String label(Place place) {
    return place.kind() == Place.Kind.COUNTRY
        ? new Locale.Builder().setRegion(place.country()).build().getDisplayCountry(Locale.ENGLISH)
        : usual.of(place);
  }

  /** Whether the country was found by a name in another language or by a longer name. */
  private boolean scanned(TaggedName name, Place place) {
    return place.name().contains(name.text()) && gazetteer.find(name.text()).isEmpty();
  }

  /** The Wikidata item of a company or public body, in an article about these countries. */
  public @Nullable String wikidata(TaggedName name, List<CountryWeight> countries) {
    return items.body(name.text(), countries);
  }

  /** The usual English name of a company or public body that has an item. */
  public @Nullable String label(String body) {
    return items.label(body);
  }

  /**
   * Whether a name that stands alone means a place rather than a person: a country, or a city that
   * every newspaper names without saying where it is.
   */
  @Override
  public boolean famous(String name) {
    return gazetteer.find(name).stream()
        .anyMatch(p -> p.kind() == Place.Kind.COUNTRY || p.population() >= PlaceGazetteer.LARGE);
  }

  @Override
  public Optional<String> country(String name) {
    return PlaceContext.clear(gazetteer.find(name))
        .filter(p -> p.kind() == Place.Kind.COUNTRY)
        .map(Place::country);
  }

  @Override
  public boolean city(String name, String language) {
    return gazetteer.city(name) && country(name).isEmpty() && whole(name, language).isEmpty();
  }

  /** Whether the English words before a name show that it is a place: "in Massachusetts". */
  @Override
  public boolean placed(String text, int start, int end) {
    return spotter.placed(text, start, end);
  }

  @Override
  public boolean landscape(String name) {
    return gazetteer.area(name)
        || gazetteer.find(name).stream()
            .anyMatch(p -> p.kind() == Place.Kind.REGION && p.region() == null);
  }

  @Override
  public boolean town(String name) {
    return !gazetteer.find(name).isEmpty() || !gazetteer.towns(name).isEmpty();
  }

  /**
   * Finds further places in an English text that are beyond doubt and that overlap none of the
   * names found.
   */
  @Override
  public List<LocatedName> passedOver(String text, List<LocatedName> found) {
    return spotter.passedOver(text, found);
  }

  /** Returns the names. A name that the text uses for several places is split: "Paris, Texas". */
  public List<TaggedName> apart(String text, List<TaggedName> names) {
    return names.stream()
        .flatMap(name -> namesakes.apart(name, around(text, name)).stream())
        .sorted(Comparator.comparingInt(name -> name.mentions().get(0).start()))
        .toList();
  }

  /**
   * Locates an article.
   *
   * @param names its names, with mentions that do not overlap
   * @param outletCountry ISO code of the outlet's country, if it is known
   */
  public Geography locate(
      String text, String language, List<TaggedName> names, @Nullable String outletCountry) {
    NameSpans spans = new NameSpans(names);
    PlaceContext context = new PlaceContext(outletCountry);
    List<CountryMention> mentions = mentions(text, language);
    for (CountryMention mention : mentions) {
      if (spans.typeAt(mention) != NameType.PERSON
          && (mention.demonym() || PlaceContext.clear(places(text, mention)).isPresent())) {
        context.add(mention.code(), 1);
      }
    }
    List<PlaceName> locations =
        names.stream()
            .filter(n -> n.type() == NameType.LOCATION && !isContinent(n.text(), language))
            .map(n -> resolver.name(n, around(text, n)))
            .toList();
    HomeRegion home =
        HomeRegion.of(gazetteer, locations, PlaceLists.of(text, locations), context.countries());
    locations.forEach(name -> resolver.inform(name, context, home));
    regionsOfBodies(names, context);
    // Keeps the order of the text, because an order by hashes of names would differ between
    // processes.
    Map<TaggedName, PlaceChoice> places = new LinkedHashMap<>();
    NavigableMap<Integer, CountryMention> named = byStart(mentions);
    for (PlaceName name : locations) {
      RecordDeadline.checkpoint();
      PlaceChoice choice = countryOf(text, name.tagged(), named, language);
      if (choice == null) {
        choice = resolver.resolve(name, context, home).orElse(null);
      }
      if (choice != null) {
        places.put(name.tagged(), choice);
      }
    }
    LongForms cities = new LongForms(places);
    for (PlaceName name : locations) {
      longForm(name.tagged(), places.get(name.tagged()), cities)
          .ifPresent(choice -> places.put(name.tagged(), choice));
    }
    CountryCounting counting = new CountryCounting(text, language, gazetteer, places);
    counting.countMentions(mentions, spans, context);
    Set<TaggedName> weak = counting.countPlaces();
    weak.forEach(places::remove);
    CountryTally tally = counting.tally();
    return new Geography(places, weak, tally.weights(), tally.sources());
  }

  /**
   * Whether a name means the continent: in Spanish and Portuguese "América" is not the United
   * States.
   */
  private static boolean isContinent(String name, String language) {
    return name.equals("América") && (language.equals("es") || language.equals("pt"));
  }

  /**
   * The city that a name is short for because the article also has its full name, unless the short
   * name is well known itself: "Viana" beside "Viana do Castelo".
   */
  private Optional<PlaceChoice> longForm(
      TaggedName name, @Nullable PlaceChoice own, LongForms cities) {
    if (own != null
        && (own.place().kind() != Place.Kind.CITY || gazetteer.wellKnown(own.place()))) {
      return Optional.empty();
    }
    return cities.of(name.text());
  }

  /**
   * The country that the text names in more words than this name has, such as "Republic of the
   * Congo", or in a language other than English, which the gazetteer may not know.
   */
  private @Nullable PlaceChoice countryOf(
      String text,
      TaggedName name,
      NavigableMap<Integer, CountryMention> mentions,
      String language) {
    Mention first = name.mentions().get(0);
    boolean english = language.equals("en");
    return Optional.ofNullable(mentions.floorEntry(first.start()))
        .map(Map.Entry::getValue)
        .filter(m -> m.end() >= first.end() && !m.demonym())
        .filter(
            m ->
                !english
                    || ((m.start() < first.start() || m.end() > first.end())
                        && PlaceContext.clear(places(text, m))
                            .filter(p -> p.kind() == Place.Kind.COUNTRY)
                            .isPresent()))
        .or(() -> english ? Optional.empty() : whole(name.text(), language))
        .map(
            m ->
                Place.country(english ? text.substring(m.start(), m.end()) : name.text(), m.code()))
        .map(place -> new PlaceChoice(place, List.of(), true, "the text names this country"))
        .orElse(null);
  }

  private static NavigableMap<Integer, CountryMention> byStart(List<CountryMention> mentions) {
    NavigableMap<Integer, CountryMention> byStart = new TreeMap<>();
    mentions.forEach(mention -> byStart.put(mention.start(), mention)); // mentions do not overlap
    return byStart;
  }

  /** The country that has exactly this name in a language. */
  private Optional<CountryMention> whole(String name, String language) {
    return mentions(name, language).stream()
        .filter(m -> m.start() == 0 && m.end() == name.length() && !m.demonym())
        .findFirst();
  }

  private List<CountryMention> mentions(String text, String language) {
    if (!CountryNames.LANGUAGES.contains(language)) {
      return List.of();
    }
    return scanners
        .computeIfAbsent(language, l -> new CountryScanner(CountryNames.of(l)))
        .scan(text)
        .stream()
        .filter(m -> !Boilerplate.holds(text, m.start(), m.end()))
        .filter(m -> !isOfPlaceElsewhere(text, m))
        .toList();
  }

  /**
   * Whether a demonym begins the name of a place in another country: "Spanish Town", "Dane County".
   */
  private boolean isOfPlaceElsewhere(String text, CountryMention mention) {
    Matcher next = NEXT_WORD.matcher(text).region(mention.end(), text.length());
    if (!mention.demonym() || !next.lookingAt()) {
      return false;
    }
    String name = text.substring(mention.start(), next.end());
    List<Place> places = new ArrayList<>(gazetteer.find(name));
    places.addAll(gazetteer.towns(name));
    return COUNTIES.contains(next.group(1))
        || (!places.isEmpty()
            && places.stream().noneMatch(place -> place.country().equals(mention.code())));
  }

  private List<Place> places(String text, CountryMention mention) {
    return gazetteer.find(text.substring(mention.start(), mention.end()));
  }

  private static List<Surroundings> around(String text, TaggedName name) {
    return name.mentions().stream().map(mention -> Surroundings.of(text, mention)).toList();
  }

  /** Adds the regions in organisations' names: "Illinois State Police" refers to Illinois. */
  private void regionsOfBodies(List<TaggedName> names, PlaceContext context) {
    for (TaggedName name : names) {
      if (name.type() == NameType.ORGANIZATION) {
        String[] words = name.text().split(" ", 3);
        String two = words.length > 2 ? words[0] + " " + words[1] : "";
        region(two).or(() -> region(words[0])).ifPresent(region -> context.add(region, OF_A_BODY));
      }
    }
  }

  private Optional<Place> region(String name) {
    return PlaceContext.clear(gazetteer.find(name)).filter(p -> p.kind() == Place.Kind.REGION);
  }
}
