package io.keeling.enrich.places;

import io.keeling.enrich.gazetteer.Place;
import io.keeling.enrich.names.TaggedName;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The cities of an article by name, to find those whose names begin with another name. */
final class LongForms {

  private record City(int order, String name, PlaceChoice choice) {}

  private final NavigableMap<String, City> byName = new TreeMap<>();

  LongForms(Map<TaggedName, PlaceChoice> places) {
    places.forEach(
        (name, choice) -> {
          if (choice.place().kind() == Place.Kind.CITY) {
            byName.putIfAbsent(name.text(), new City(byName.size(), name.text(), choice));
          }
        });
  }

  /** The first city in the text that a name is short for. */
  Optional<PlaceChoice> of(String name) {
    String beginning = name + " ";
    City first = null;
    for (City city : byName.tailMap(beginning).values()) {
      if (!city.name().startsWith(beginning)) {
        break;
      }
      first = first == null || city.order() < first.order() ? city : first;
    }
    return Optional.ofNullable(first)
        .map(city -> city.choice().because("short for " + city.name()));
  }
}
