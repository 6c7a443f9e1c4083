package io.keeling.enrich.places;

import io.keeling.contract.enriched.NameType;
import io.keeling.enrich.gazetteer.Place;
import io.keeling.enrich.names.TaggedName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Separates places of the same name where the text does: "Paris, Texas, and Paris, France". */
final class Namesakes {

  /** One of several places of the same name: its candidates, and the indexes of its mentions. */
  private record Namesake(Set<Place> places, Set<Integer> mentions) {}

  private final PlaceResolver resolver;

  Namesakes(PlaceResolver resolver) {
    this.resolver = resolver;
  }

  /**
   * Splits a name into one for each of its places. Mentions that the text does not locate are
   * assigned to the first place that it locates.
   *
   * @param around the text around each mention
   */
  List<TaggedName> apart(TaggedName name, List<Surroundings> around) {
    List<Place> candidates =
        name.type() == NameType.LOCATION && around.size() > 1
            ? resolver.candidates(name.text())
            : List.of();
    if (candidates.size() < 2) {
      return List.of(name);
    }
    List<Namesake> namesakes = new ArrayList<>();
    Set<Integer> others = new TreeSet<>();
    for (int i = 0; i < around.size(); i++) {
      List<Place> indicated = resolver.indicated(candidates, around.get(i));
      if (indicated.isEmpty()) {
        others.add(i);
      } else {
        add(i, indicated, namesakes);
      }
    }
    if (namesakes.size() < 2) {
      return List.of(name);
    }
    namesakes.get(0).mentions().addAll(others);
    return namesakes.stream().map(namesake -> part(name, namesake.mentions())).toList();
  }

  private static void add(int mention, List<Place> indicated, List<Namesake> namesakes) {
    for (Namesake namesake : namesakes) {
      if (indicated.stream().anyMatch(namesake.places()::contains)) {
        namesake.places().retainAll(indicated);
        namesake.mentions().add(mention);
        return;
      }
    }
    namesakes.add(new Namesake(new LinkedHashSet<>(indicated), new TreeSet<>(Set.of(mention))));
  }

  private static TaggedName part(TaggedName name, Set<Integer> mentions) {
    return new TaggedName(
        name.text(),
        name.type(),
        mentions.stream().map(name.mentions()::get).toList(),
        mentions.stream().map(name.reasons()::get).toList());
  }
}
