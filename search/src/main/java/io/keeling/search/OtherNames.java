package io.keeling.search;

import io.keeling.search.language.FieldName;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Other names of countries and organisations besides the one in a query, whether or not any article
 * uses them. Case, accents and the dots of {@code U.S.} do not matter. Immutable and safe to share
 * between threads.
 */
public final class OtherNames {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern LETTER = Pattern.compile("\\p{Lu}");
  private static final Pattern ABBREVIATION = Pattern.compile("\\p{Lu}{2,3}");

  /** All names of a country or organisation, by each of these names, folded. */
  private final Map<String, Set<String>> names = new HashMap<>();

  private OtherNames(List<List<String>> sets) {
    for (List<String> set : sets) {
      Set<String> all = new LinkedHashSet<>();
      for (String name : set) {
        all.add(name);
        if (ABBREVIATION.matcher(name).matches()) {
          all.add(LETTER.matcher(name).replaceAll("$0.")); // as some outlets write it
        }
      }
      for (String name : all) {
        names.computeIfAbsent(folded(name), k -> new LinkedHashSet<>()).addAll(all);
      }
    }
  }

  /** The names of the known countries, of Keeling's list of organisations, and of the synonyms. */
  public static OtherNames of(SearchSettings settings) {
    List<List<String>> sets = new ArrayList<>(Synonyms.organisations().sets());
    settings.known().stream()
        .filter(value -> value.field() == FieldName.COUNTRY)
        .map(value -> Stream.concat(Stream.of(value.label()), value.otherNames().stream()).toList())
        .forEach(sets::add);
    sets.addAll(settings.synonyms().sets());
    return new OtherNames(sets);
  }

  /** Other names of the country or organisation that has this name; empty if none are known. */
  public Set<String> of(String name) {
    Set<String> others = new LinkedHashSet<>(names.getOrDefault(folded(name), Set.of()));
    others.remove(name);
    return others;
  }

  /**
   * All names of each country or organisation that has a name with this prefix; none for a prefix
   * of one character.
   */
  public Collection<Set<String>> beginning(String typed) {
    String beginning = folded(typed);
    Set<Set<String>> found = new LinkedHashSet<>();
    if (beginning.length() > 1) {
      names.forEach(
          (name, all) -> {
            if (name.startsWith(beginning)) {
              found.add(all);
            }
          });
    }
    return found;
  }

  private static String folded(String name) {
    String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    String lower = plain.toLowerCase(Locale.ROOT).replace(".", "");
    return SIGNS.matcher(lower).replaceAll(" ").strip();
  }
}
