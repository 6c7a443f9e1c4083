package io.keeling.enrich.places;

import io.keeling.enrich.gazetteer.Place;
import io.keeling.enrich.gazetteer.PlaceGazetteer;
import io.keeling.models.files.WordSections;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the places that a name may mean: as it is, without a direction before it, without a state
 * after it, or without the hotel or beach in it.
 */
final class PlaceNames {

  private static final WordSections WORDS = new WordSections(PlaceNames.class);

  private static final Pattern DIRECTION =
      Pattern.compile(
          "^(?i:north|south|east|west|central|upper|lower|greater|mainland|downtown|midtown|inner|"
              + "outer|northern|southern|eastern|western|north-eastern|north-western|"
              + "south-eastern|south-western|northeastern|northwestern|southeastern|"
              + "southwestern|northeast|northwest|southeast|southwest|coastal|rural|metropolitan|metro|"
              + "city of|state of|republic of|port of|province of)[ -]+(?:the )?(?=\\p{Lu})");

  /** Last words of the names of sites in a town; the town's name may precede them. */
  private static final Set<String> SITES = WORDS.set("sites");

  /**
   * First words of the names of waters, mountains and woods; {@link #NATURE} has their last words.
   */
  private static final Set<String> BEFORE_NATURE =
      Set.of("lake", "mount", "mt", "loch", "river", "glacier", "cape");

  private static final Set<String> NATURE = WORDS.set("nature");

  /** Last words of streets. The place that a street is named after may be anywhere. */
  private static final Set<String> STREETS = WORDS.set("streets");

  private static final Set<String> DAYS =
      Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

  private static final Set<String> KINDS = Set.of("province", "county", "state", "region", "city");

  /** Population from which parts of a city are named: "south Los Angeles". */
  private static final int KNOWN_BY_PARTS = 50_000;

  private final PlaceGazetteer gazetteer;

  PlaceNames(PlaceGazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** The places of the gazetteer, smaller namesakes included. */
  private List<Place> named(String name) {
    List<Place> places = new ArrayList<>(gazetteer.find(name));
    for (Place town : gazetteer.towns(name)) {
      if (places.stream().noneMatch(p -> same(p, town))) {
        places.add(town);
      }
    }
    return places;
  }

  private static boolean same(Place one, Place other) {
    return one.kind() == Place.Kind.CITY
        && one.country().equals(other.country())
        && one.lat() != null
        && one.lon() != null
        && other.lat() != null
        && other.lon() != null
        && Math.abs(one.lat() - other.lat()) + Math.abs(one.lon() - other.lon()) < 0.05;
  }

  /** Whether a place has exactly this name. */
  boolean known(String name) {
    return !named(name).isEmpty();
  }

  /** The places that a name may mean. */
  List<Place> candidates(String name) {
    List<Place> places = named(name);
    if (!places.isEmpty() || gazetteer.area(name)) {
      return places;
    }
    int comma = name.indexOf(',');
    if (comma > 0) {
      return candidates(name.substring(0, comma));
    }
    Matcher direction = DIRECTION.matcher(name);
    if (direction.find()) {
      List<Place> around = new ArrayList<>(candidates(name.substring(direction.end())));
      around.removeIf(
          p -> p.kind() == Place.Kind.DIVISION || (!p.large() && p.population() < KNOWN_BY_PARTS));
      return around;
    }
    int space = name.lastIndexOf(' ');
    if (space > 0) {
      String last = name.substring(space + 1).toLowerCase(java.util.Locale.ROOT);
      if (SITES.contains(last) || DAYS.contains(last) || KINDS.contains(last)) {
        List<Place> towns = named(name.substring(0, space));
        return towns.isEmpty() && KINDS.contains(last)
            ? gazetteer.otherSpellings(name.substring(0, space))
            : towns;
      }
      if (last.equals("suburbs")) {
        return named(name.substring(0, space));
      }
    }
    return gazetteer.otherSpellings(name);
  }

  /** Whether this is the name of a street, building, river or the like. */
  static boolean site(String name) {
    return built(name) || nature(name);
  }

  /** Whether this names a water, mountain or wood, and not something named after one. */
  static boolean nature(String name) {
    int space = name.indexOf(' ');
    return space > 0
        && !built(name)
        && !KINDS.contains(last(name))
        && (NATURE.contains(last(name)) || BEFORE_NATURE.contains(first(name, space)));
  }

  /** Whether this is the name of a street, building or the like. */
  static boolean built(String name) {
    String last = last(name);
    return name.indexOf(' ') > 0 && (SITES.contains(last) || STREETS.contains(last));
  }

  private static String first(String name, int space) {
    return name.substring(0, space).replace(".", "").toLowerCase(java.util.Locale.ROOT);
  }

  /**
   * Whether this is the name of a river or the like that is named after another country or region,
   * or after an area of many countries. Such a river may be anywhere.
   */
  boolean natureOfElsewhere(String name, String country) {
    if (!nature(name)) {
      return false;
    }
    int space = name.indexOf(' ');
    String rest =
        NATURE.contains(last(name))
            ? name.substring(0, name.lastIndexOf(' '))
            : name.substring(space + 1);
    return gazetteer.area(rest)
        || gazetteer.find(rest).stream().anyMatch(p -> p.large() && !p.country().equals(country));
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf(' ') + 1)
        .replace(".", "")
        .toLowerCase(java.util.Locale.ROOT);
  }

  /** Whether a place is a river or the like. */
  boolean feature(Place place) {
    return gazetteer.feature(place);
  }

  /** Whether this is an area of many countries, or a part of one. */
  boolean area(String name) {
    Matcher direction = DIRECTION.matcher(name);
    return gazetteer.area(direction.find() ? name.substring(direction.end()) : name);
  }

  /** The region that an abbreviation stands for. */
  @Nullable Place abbreviated(String name) {
    return gazetteer.abbreviated(name);
  }

  /**
   * Regions, divisions and countries of this name, or else of its longest prefix that names any.
   */
  List<Place> areas(String words) {
    String rest = words;
    while (true) {
      List<Place> found = areasNamed(rest);
      int space = rest.lastIndexOf(' ');
      if (!found.isEmpty() || space < 0) {
        return found;
      }
      rest = rest.substring(0, space);
    }
  }

  private List<Place> areasNamed(String name) {
    Place abbreviated = gazetteer.abbreviated(name);
    if (abbreviated != null) {
      return List.of(abbreviated);
    }
    List<Place> found = new ArrayList<>(gazetteer.find(name));
    found.removeIf(p -> p.kind() == Place.Kind.CITY);
    return found.isEmpty() ? gazetteer.find(name + " State") : found;
  }
}
