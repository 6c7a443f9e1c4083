package io.keeling.enrich.names;

import io.keeling.contract.enriched.Mention;
import io.keeling.contract.enriched.NameType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Merges the mentions of one article into names: the same words, a surname after the full name, an
 * abbreviation and its expansion, a body's short form. Every mention cuts its own form out of the
 * text. Stateless; threads may share it.
 */
public final class NameMerger {

  /** How many times more often a short form may stand than its long form. */
  private static final int RARE = 4;

  private NameMerger() {}

  /** Merges what was found in a text; what overlaps an earlier name is left out. */
  public static List<TaggedName> merge(String text, List<FoundName> found) {
    Map<String, NameCluster> byKey = new LinkedHashMap<>();
    int free = 0;
    List<FoundName> ordered = new ArrayList<>(found);
    ordered.sort(Comparator.comparingInt(FoundName::start));
    for (FoundName raw : ordered) {
      FoundName name = raw.trimmed(text);
      if (name != null && name.start() >= free) {
        free = name.end();
        String form = NameForm.shown(text.substring(name.start(), name.end()));
        byKey
            .computeIfAbsent(NameForm.key(form), k -> new NameCluster())
            .add(new Mention(name.start(), name.end()), form, name.type(), "tagged");
      }
    }
    List<NameCluster> clusters = new ArrayList<>(byKey.values());
    mergeSurnames(clusters);
    mergeAcronyms(clusters);
    mergeShortForms(clusters);
    return clusters.stream()
        .filter(c -> !c.merged())
        .map(c -> c.toName(text))
        .sorted(Comparator.comparingInt((TaggedName n) -> n.mentions().get(0).start()))
        .toList();
  }

  /**
   * A single word that ends, or for names that put the family first begins, a full name of the
   * article is that person. A place of that name is one only if it stands before the person.
   */
  private static void mergeSurnames(List<NameCluster> clusters) {
    List<NameCluster> people =
        clusters.stream()
            .filter(c -> c.type() == NameType.PERSON && NameForm.person(c.text()).size() > 1)
            .toList();
    for (NameCluster cluster : clusters) {
      List<String> words = NameForm.person(cluster.text());
      if (words.size() == 1 && !people.contains(cluster)) {
        for (NameCluster person : people) {
          List<String> full = NameForm.person(person.text());
          boolean last = full.get(full.size() - 1).equals(words.get(0));
          boolean first = full.get(0).equals(words.get(0));
          boolean later = cluster.first() > person.first();
          boolean fits = cluster.type() == NameType.PERSON ? last || first : last && later;
          if (fits) {
            person.absorb(
                cluster, last ? "surname of " + person.text() : "part of " + person.text());
            break;
          }
        }
      } else if (words.size() > 1 && cluster.type() == NameType.PERSON) {
        mergeFullNames(cluster, people, words);
      }
    }
  }

  /** "John Forbes Kerry" takes up "John Kerry". */
  private static void mergeFullNames(
      NameCluster cluster, List<NameCluster> people, List<String> words) {
    for (NameCluster person : people) {
      List<String> full = NameForm.person(person.text());
      if (person != cluster
          && !person.merged()
          && !cluster.merged()
          && full.size() >= words.size()
          && person.text().length() > cluster.text().length()
          && full.containsAll(words)
          && full.get(full.size() - 1).equals(words.get(words.size() - 1))) {
        person.absorb(cluster, "shorter form of " + person.text());
        return;
      }
    }
  }

  private static void mergeAcronyms(List<NameCluster> clusters) {
    Map<String, NameCluster> expansions = new LinkedHashMap<>();
    for (NameCluster cluster : clusters) {
      if (!cluster.merged() && cluster.type() != NameType.PERSON) {
        expansions.putIfAbsent(NameForm.initials(cluster.text()), cluster);
      }
    }
    expansions.remove("");
    for (NameCluster cluster : clusters) {
      if (!cluster.merged() && NameForm.acronym(cluster.text())) {
        NameCluster expansion = expansions.get(NameForm.key(cluster.text()));
        if (expansion != null && expansion != cluster) {
          expansion.absorb(cluster, "abbreviates " + expansion.text());
        }
      }
    }
  }

  /** "Greenpeace" is "Greenpeace International", if nothing else in the article begins so. */
  private static void mergeShortForms(List<NameCluster> clusters) {
    for (NameCluster cluster : clusters) {
      if (cluster.merged() || cluster.type() != NameType.ORGANIZATION) {
        continue;
      }
      String beginning = NameForm.key(cluster.text()) + " ";
      List<NameCluster> longer =
          clusters.stream()
              .filter(c -> c != cluster && !c.merged() && c.type() == NameType.ORGANIZATION)
              .filter(c -> NameForm.key(c.text()).startsWith(beginning))
              // A long form that is rare beside the short one is rather a slip of the tagger.
              .filter(c -> c.size() * RARE >= cluster.size())
              .toList();
      if (longer.size() == 1) {
        longer.get(0).absorb(cluster, "short for " + longer.get(0).text());
      }
    }
  }
}
