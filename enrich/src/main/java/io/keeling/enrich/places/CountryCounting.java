package io.keeling.enrich.places;

import io.keeling.contract.enriched.Mention;
import io.keeling.contract.enriched.NameType;
import io.keeling.enrich.gazetteer.Place;
import io.keeling.enrich.gazetteer.PlaceGazetteer;
import io.keeling.enrich.names.NewsAgencies;
import io.keeling.enrich.names.TaggedName;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts the countries of an article: those that it names, and those of its places, peoples and
 * organisations. One weak word alone never gives a country. For one article and one thread.
 */
final class CountryCounting {

  /**
   * Text length, in UTF-16 code units, from which a single adjective does not place a text in its
   * country: a review may call one director Japanese.
   */
  private static final int LONG = 2_000;

  private final String text;
  private final String language;
  private final PlaceGazetteer gazetteer;
  private final Map<TaggedName, PlaceChoice> places;
  private final CountryTally tally = new CountryTally();

  /**
   * @param places the place of each name that is a known place
   */
  CountryCounting(
      String text, String language, PlaceGazetteer gazetteer, Map<TaggedName, PlaceChoice> places) {
    this.text = text;
    this.language = language;
    this.gazetteer = gazetteer;
    this.places = places;
  }

  CountryTally tally() {
    if (text.length() > LONG && tally.isOneDemonym()) {
      return new CountryTally();
    }
    return tally;
  }

  /** Counts the country names and demonyms of the text. */
  void countMentions(List<CountryMention> mentions, NameSpans spans, PlaceContext context) {
    Map<String, String> countries = new HashMap<>();
    places.forEach((name, choice) -> countries.putIfAbsent(name.text(), choice.place().country()));
    for (CountryMention mention : mentions) {
      TaggedName name = spans.at(mention);
      if (name == null) {
        countAlone(mention);
      } else if (name.type() == NameType.ORGANIZATION && !NewsAgencies.called(name.text())) {
        countOfBody(mention, countries, context);
      }
    }
  }

  private void countAlone(CountryMention mention) {
    String form = text.substring(mention.start(), mention.end());
    List<Place> candidates = gazetteer.find(form);
    if (mention.demonym()) {
      if (!Demonyms.ofSomethingElse(text, mention)) {
        tally.demonym(mention.code(), form);
      }
    } else if ((candidates.isEmpty() || PlaceContext.clear(candidates).isPresent())
        && (!PlaceSupport.doubtfulCountry(form, text)
            || PlaceSupport.given(text, language, new Mention(mention.start(), mention.end())))) {
      tally.place(mention.code(), form);
    }
  }

  private void countOfBody(
      CountryMention mention, Map<String, String> countries, PlaceContext context) {
    String form = text.substring(mention.start(), mention.end());
    List<Place> candidates = gazetteer.find(form);
    if (mention.demonym() || candidates.isEmpty() || PlaceContext.clear(candidates).isPresent()) {
      tally.demonym(mention.code(), form);
    } else {
      meant(countries.get(form), candidates, context)
          .ifPresent(country -> tally.demonym(country, form));
    }
  }

  /**
   * The country that an ambiguous name within an organisation's name means: that of the same name
   * elsewhere in the article, or else the one that the article mentions most.
   */
  private static Optional<String> meant(
      @Nullable String named, List<Place> candidates, PlaceContext context) {
    return Optional.ofNullable(named)
        .or(
            () ->
                candidates.stream()
                    .map(Place::country)
                    .filter(country -> context.share(country) > 0)
                    .max(Comparator.comparingDouble(context::share)));
  }

  /**
   * Counts the places. A doubtful place may be another place or none, so it adds a country only if
   * two doubtful places lie there or the text has no other country. A place that no word around it
   * supports adds no country. Places of both kinds count for countries that the text has anyway.
   *
   * @return the names that only their spelling supports as places, and whose country has no other
   *     support in the text
   */
  Set<TaggedName> countPlaces() {
    Map<String, Integer> doubtful = new HashMap<>();
    Set<TaggedName> weak = new HashSet<>();
    places.forEach(
        (name, choice) -> {
          Place place = choice.place();
          if (!isSupported(name, choice)) {
            weak.add(name);
          } else if (firm(choice)) {
            name.mentions().forEach(mention -> tally.place(place.country(), name.text()));
          } else if (place.kind() != Place.Kind.SITE) {
            doubtful.merge(place.country(), 1, Integer::sum);
          }
        });
    if (!tally.isEmpty() || doubtful.size() > 1) {
      doubtful.values().removeIf(names -> names < 2);
    }
    Set<String> sure = new HashSet<>(tally.sources().keySet());
    sure.addAll(doubtful.keySet());
    places.forEach(
        (name, choice) -> {
          String country = choice.place().country();
          boolean counted = !weak.contains(name) && firm(choice);
          if (choice.place().kind() != Place.Kind.SITE && !counted && sure.contains(country)) {
            name.mentions().forEach(mention -> tally.place(country, name.text()));
            weak.remove(name);
          }
        });
    return weak;
  }

  private boolean firm(PlaceChoice choice) {
    Place place = choice.place();
    return switch (place.kind()) {
      case COUNTRY -> true;
      case REGION -> choice.sure() || !gazetteer.feature(place);
      case DIVISION, SITE -> false;
      case CITY ->
          place.capital() || gazetteer.wellKnown(place) || (choice.sure() && !place.small());
    };
  }

  /** Whether a name has support as a place other than its spelling. */
  private boolean isSupported(TaggedName name, PlaceChoice choice) {
    Place place = choice.place();
    boolean doubtful =
        switch (place.kind()) {
          case COUNTRY -> PlaceSupport.doubtfulCountry(name.text(), text);
          case CITY ->
              PlaceSupport.doubtfulCity(name.text())
                  || !(place.capital() || gazetteer.wellKnown(place) || isNameAlone(name));
          case DIVISION -> PlaceSupport.doubtfulCity(name.text());
          case REGION, SITE -> false;
        };
    if (place.kind() != Place.Kind.COUNTRY
        && name.mentions().stream().allMatch(mention -> PlaceSupport.within(text, mention))) {
      return false;
    }
    return !doubtful
        || name.text().indexOf(',') > 0
        || name.mentions().stream()
            .anyMatch(
                mention -> PlaceSupport.given(text, language, mention) || isBesidePlace(mention));
  }

  /**
   * Whether a name of several words shows a place by itself, because it hardly means something else
   * by chance. It does not if the text has it after an article or at the beginning of a longer
   * name: "the Rock Creek Edition".
   */
  private boolean isNameAlone(TaggedName name) {
    return name.text().indexOf(' ') > 0
        && name.mentions().stream()
            .noneMatch(mention -> PlaceSupport.asThing(text, language, mention));
  }

  /** Whether a mention is in a list or a row of places: "Lima, Callao and Peru". */
  private boolean isBesidePlace(Mention mention) {
    Surroundings around = Surroundings.of(text, mention);
    return around.joined().stream().anyMatch(this::isKnownPlace)
        || (around.qualifier() != null && isKnownPlace(around.qualifier()))
        || around.town() != null;
  }

  private boolean isKnownPlace(String name) {
    return gazetteer.abbreviated(name) != null
        || gazetteer.find(name).stream()
            .anyMatch(place -> place.large() || place.capital() || gazetteer.wellKnown(place));
  }
}
