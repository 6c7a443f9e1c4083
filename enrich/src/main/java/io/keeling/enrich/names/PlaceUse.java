package io.keeling.enrich.names;

import io.keeling.contract.enriched.Mention;
import io.keeling.contract.enriched.NameType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Tells by the words around a name whether the text uses it as a place: "in Jordan", "Austin,
 * Texas", "Egypt and Jordan". In case of doubt, the name counts as a place. For one article and one
 * thread. The lengths are arbitrary, in UTF-16 code units.
 */
final class PlaceUse {

  /** Length of text read on either side of a name. */
  private static final int NEAR = 24;

  /** Maximum distance between names of a list: the length of ", and ". */
  private static final int LIST = 6;

  /** Length of text read after a name to find out what the person or thing with that name does. */
  private static final int DOING = 64;

  /** Words before a place, in the languages whose names are found. */
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?:(?<![\\p{L}\\p{M}])(?i:in|from|of|near|to|at|into|outside|inside|across|around|through"
              + "|throughout|via|towards?|between|leave|leaving|left|visit|visited|visiting"
              + "|reach|reached|enter|entered|entering|north|south|east|west|central"
              + "|northern|southern|eastern|western|downtown|nach|aus|von|bei|\u00fcber|\u00e0|en|au|de|vers|a|di|da|per|em|no|na|para|hasta|desde|uit|naar|bij|van|te)\\s+(?:the"
              + " )?|(?<![\\p{L}\\p{M}])[dD]['\u2019])$");

  /** What may follow a place: a larger place, something that the place has, or its inhabitants. */
  private static final Pattern BEHIND =
      Pattern.compile(
          "(?s)^(?:, \\p{Lu}| ?\\(\\p{Lu}|-\\p{L}"
              + "|['\u2019]s (?:capital|government|econom|king|queen|president|prime|foreign|army"
              + "|parliament|people|coast|border|mayor|streets|population|airport|north|south"
              + "|east|west|largest|city)"
              + "| (?:\\p{Lu}|city|residents?|police|officials?|authorities|airport|council|native"
              + "|province|state|county|government|border)).*");

  private static final Pattern LISTED = Pattern.compile(", |,? (?:and|or|und|et|y|e|en) |/");

  private final String text;
  private final List<NameCluster> clusters;
  private final TreeMap<Integer, Integer> places = new TreeMap<>();

  PlaceUse(String text, List<NameCluster> clusters) {
    this.text = text;
    this.clusters = clusters;
  }

  /** Whether the words around any mention of a name show a place. */
  boolean any(NameCluster cluster) {
    return cluster.mentions().stream().anyMatch(m -> placed(m) || listed(m));
  }

  /** Whether the text directly after some mention matches. */
  boolean followed(NameCluster cluster, Pattern pattern) {
    return cluster.mentions().stream().anyMatch(m -> pattern.matcher(behind(m, DOING)).lookingAt());
  }

  private boolean placed(Mention mention) {
    String before = text.substring(Math.max(0, mention.start() - NEAR), mention.start());
    return BEFORE.matcher(before).find() || BEHIND.matcher(behind(mention, NEAR)).matches();
  }

  private String behind(Mention mention, int length) {
    return text.substring(mention.end(), Math.min(text.length(), mention.end() + length));
  }

  /** Whether a mention is in a list with another place. */
  private boolean listed(Mention mention) {
    if (places.isEmpty()) {
      clusters.stream()
          .filter(c -> c.type() == NameType.LOCATION)
          .forEach(c -> c.mentions().forEach(m -> places.put(m.start(), m.end())));
    }
    Map.Entry<Integer, Integer> before = places.lowerEntry(mention.start());
    Integer behind = places.higherKey(mention.start());
    return (before != null && joined(before.getValue(), mention.start()))
        || (behind != null && joined(mention.end(), behind));
  }

  private boolean joined(int end, int start) {
    return start > end
        && start - end <= LIST
        && LISTED.matcher(text.substring(end, start)).matches();
  }
}
