package io.keeling.enrich.annotator;

import io.keeling.contract.enriched.Mention;
import io.keeling.enrich.gazetteer.Place;
import io.keeling.enrich.names.TaggedName;
import io.keeling.enrich.places.PlaceChoice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The names of an article, with names of the same country joined: US, U.S. and America are the
 * United States.
 *
 * @param names the names in order; a joined name takes the position of the first of its names
 * @param places the place of each name that is a known place
 */
record OnePlace(List<TaggedName> names, Map<TaggedName, PlaceChoice> places) {

  /** Reason given for a mention that comes from another name of the same country. */
  static final String SAME = "same country";

  static OnePlace of(List<TaggedName> names, Map<TaggedName, PlaceChoice> places) {
    Map<Object, List<TaggedName>> groups = new LinkedHashMap<>();
    for (TaggedName name : names) {
      groups.computeIfAbsent(thing(name, places.get(name)), t -> new ArrayList<>()).add(name);
    }
    List<TaggedName> joined = new ArrayList<>();
    Map<TaggedName, PlaceChoice> chosen = new HashMap<>();
    for (List<TaggedName> group : groups.values()) {
      TaggedName name = group.size() == 1 ? group.get(0) : joined(group);
      joined.add(name);
      PlaceChoice choice = places.get(longest(group));
      if (choice != null) {
        chosen.put(name, choice);
      }
    }
    return new OnePlace(List.copyOf(joined), Map.copyOf(chosen));
  }

  /** Returns a key that all names of one country share. Any other name is its own key. */
  private static Object thing(TaggedName name, @Nullable PlaceChoice choice) {
    return choice != null && choice.sure() && choice.place().kind() == Place.Kind.COUNTRY
        ? choice.place().country() + ' ' + name.type()
        : name;
  }

  private static TaggedName longest(List<TaggedName> group) {
    return group.stream()
        .max(Comparator.comparingInt((TaggedName name) -> name.text().length()))
        .orElseThrow();
  }

  private static TaggedName joined(List<TaggedName> group) {
    record Said(Mention mention, String reason) {}

    TaggedName longest = longest(group);
    List<Said> said =
        group.stream()
            .flatMap(
                name ->
                    IntStream.range(0, name.mentions().size())
                        .mapToObj(
                            i ->
                                new Said(
                                    name.mentions().get(i),
                                    name.equals(longest) ? name.reasons().get(i) : SAME)))
            .sorted(Comparator.comparingInt(each -> each.mention().start()))
            .toList();
    return new TaggedName(
        longest.text(),
        longest.type(),
        said.stream().map(Said::mention).toList(),
        said.stream().map(Said::reason).toList());
  }
}
