package io.keeling.enrich.names;

import io.keeling.contract.enriched.Mention;
import io.keeling.contract.enriched.NameType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Merges the mentions of one article into names: the same words, a surname after the full name, an
 * abbreviation and its expansion, an organisation's short form. Each mention keeps the span of its
 * own form.
 */
public final class NameMerger {

  /** Maximum ratio of a short form's mentions to those of its long form. */
  private static final int RARE = 4;

  private static final String ENGLISH = "en";

  private NameMerger() {}

  /**
   * Merges the names found in a text; one that overlaps an earlier name is left out.
   *
   * @param language ISO 639-1 code
   * @param countries returns the code of the country that has a name
   */
  public static List<TaggedName> merge(
      String text,
      String language,
      List<LocatedName> found,
      Function<String, Optional<String>> countries) {
    boolean english = language.equals(ENGLISH);
    Map<String, NameCluster> byKey = new LinkedHashMap<>();
    int free = 0;
    List<LocatedName> ordered = new ArrayList<>(found);
    ordered.sort(Comparator.comparingInt(LocatedName::start));
    for (LocatedName raw : ordered) {
      LocatedName name = raw.trimmed(text);
      if (name != null && name.start() >= free) {
        free = name.end();
        String form = NameForm.shown(text.substring(name.start(), name.end()));
        byKey
            .computeIfAbsent(NameForm.key(form), k -> new NameCluster())
            .add(new Mention(name.start(), name.end()), form, name.type(), TaggedName.TAGGED);
      }
    }
    List<NameCluster> clusters = new ArrayList<>(byKey.values());
    mergeInflected(clusters);
    PlaceUse use = new PlaceUse(text, clusters);
    PersonMerger.merge(clusters, use);
    AliasStatements equations = AliasStatements.of(text, english, clusters);
    equations.mergeFitting();
    mergeAcronyms(clusters);
    equations.mergeOthers();
    mergeCountries(clusters, countries);
    mergeShortForms(clusters, english ? use : null, name -> countries.apply(name).isPresent());
    DisplayForm display = new DisplayForm(text);
    return clusters.stream()
        .filter(c -> !c.merged())
        .map(c -> c.toName(display))
        .sorted(Comparator.comparingInt((TaggedName n) -> n.mentions().get(0).start()))
        .toList();
  }

  /**
   * Merges inflected forms of one name: "Vereinten Nationen" is "Vereinte Nationen",
   * "Umweltbundesamtes" is "Umweltbundesamt".
   */
  private static void mergeInflected(List<NameCluster> clusters) {
    Map<String, NameCluster> bases = new LinkedHashMap<>();
    for (NameCluster cluster : clusters) {
      if (cluster.type() != NameType.PERSON) {
        bases.merge(
            cluster.uninflected(),
            cluster,
            (a, b) -> a.text().length() <= b.text().length() ? a : b);
      }
    }
    for (NameCluster cluster : clusters) {
      NameCluster base =
          cluster.type() == NameType.PERSON ? null : bases.get(cluster.uninflected());
      if (base != null && base != cluster) {
        base.absorb(cluster, "form of " + base.text());
      }
    }
  }

  private static void mergeAcronyms(List<NameCluster> clusters) {
    Map<String, NameCluster> expansions = new LinkedHashMap<>();
    Map<String, NameCluster> places = new LinkedHashMap<>();
    List<NameCluster> named =
        clusters.stream().filter(c -> !c.merged() && c.type() != NameType.PERSON).toList();
    List<NameCluster> locations =
        named.stream().filter(c -> c.type() == NameType.LOCATION).toList();
    // The full initials of one name take precedence over partial ones of another.
    enter(named, NameForm::abbreviations, expansions);
    enter(named, NameForm::abbreviationsWithoutOwner, expansions);
    enter(locations, NameForm::abbreviations, places);
    enter(locations, NameForm::abbreviationsWithoutOwner, places);
    for (NameCluster cluster : clusters) {
      boolean written =
          NameForm.acronym(cluster.text())
              || (cluster.type() == NameType.ORGANIZATION && NameForm.shortWord(cluster.text()));
      if (!cluster.merged() && written) {
        // The place "WA" is short for Western Australia, not for a Writers Association.
        boolean place =
            cluster.type() == NameType.LOCATION && !NameForm.unmistakable(cluster.key());
        NameCluster expansion = (place ? places : expansions).get(cluster.key());
        if (expansion != null && expansion != cluster) {
          expansion.absorb(cluster, "abbreviates " + expansion.text());
        }
      }
    }
  }

  private static void enter(
      List<NameCluster> clusters,
      Function<String, Set<String>> abbreviations,
      Map<String, NameCluster> expansions) {
    for (NameCluster cluster : clusters) {
      abbreviations.apply(cluster.text()).forEach(a -> expansions.putIfAbsent(a, cluster));
    }
  }

  /**
   * Merges the names of one country: "Britain" is the "UK". The name with the most mentions takes
   * over the others.
   */
  private static void mergeCountries(
      List<NameCluster> clusters, Function<String, Optional<String>> countries) {
    Map<String, List<NameCluster>> byCode = new LinkedHashMap<>();
    for (NameCluster cluster : clusters) {
      if (!cluster.merged() && cluster.type() == NameType.LOCATION) {
        countries
            .apply(cluster.text())
            .ifPresent(code -> byCode.computeIfAbsent(code, c -> new ArrayList<>()).add(cluster));
      }
    }
    for (List<NameCluster> names : byCode.values()) {
      NameCluster main = names.get(0);
      for (NameCluster name : names) {
        main = name.size() > main.size() ? name : main;
      }
      for (NameCluster name : names) {
        main.absorb(name, "same country as " + main.text());
      }
    }
  }

  /**
   * Merges an organisation's short form: "Greenpeace" is "Greenpeace International", if no other
   * name in the article begins with it.
   *
   * @param use tells from the words around a place's name whether it is used as a place. Null for a
   *     language in which they cannot show that: every place's name then counts as a place
   */
  private static void mergeShortForms(
      List<NameCluster> clusters, @Nullable PlaceUse use, Predicate<String> country) {
    TreeMap<String, NameCluster> bodies = new TreeMap<>();
    for (NameCluster cluster : clusters) {
      if (!cluster.merged() && cluster.type() == NameType.ORGANIZATION) {
        bodies.put(cluster.key(), cluster);
      }
    }
    for (NameCluster cluster : clusters) {
      // "UN" is not short for "UN Security Council", nor "U.S." for "U.S. Senate".
      if (!cluster.merged()
          && cluster.type() != NameType.PERSON
          && !NameForm.acronym(cluster.text())) {
        List<NameCluster> longer = longer(cluster, bodies);
        boolean place = cluster.type() == NameType.LOCATION;
        if (longer.size() == 1
            && (!place
                || (use != null
                    && !country.test(cluster.text())
                    && CalledByPlace.is(cluster, longer.get(0), use)))) {
          longer.get(0).absorb(cluster, "short for " + longer.get(0).text());
        }
      }
    }
  }

  private static List<NameCluster> longer(
      NameCluster cluster, TreeMap<String, NameCluster> bodies) {
    String beginning = cluster.key() + " ";
    List<NameCluster> longer = new ArrayList<>();
    for (Map.Entry<String, NameCluster> body : bodies.tailMap(beginning).entrySet()) {
      if (!body.getKey().startsWith(beginning)) {
        break;
      }
      // A long form much rarer than the short one is probably a tagging error.
      if (!body.getValue().merged() && body.getValue().size() * RARE >= cluster.size()) {
        longer.add(body.getValue());
      }
    }
    return longer;
  }
}
