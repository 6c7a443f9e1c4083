package io.keeling.enrich.names;

import io.keeling.contract.enriched.NameType;
import io.keeling.models.files.WordSections;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Recognises news agencies by their names. One in a dateline is no place, and an agency named after
 * a country does not show where an article is set.
 */
public final class NewsAgencies {

  private static final WordSections WORDS = new WordSections(NewsAgencies.class);

  /** Words in full names of agencies. */
  private static final Pattern CALLED =
      Pattern.compile(
          "(?i)(?<![\\p{L}\\p{M}\\p{Nd}])(?:(?:news|press) agency|presse-?agentur|agence france"
              + "|press trust|news service|(?:associated|canadian) press|press association"
              + "|news international|newswire|agencia de noticias|agenzia (?:di )?stampa)"
              + "(?![\\p{L}\\p{M}\\p{Nd}])");

  /** Short names of agencies that in other contexts are places, people or ordinary words. */
  private static final Set<String> SHORT = WORDS.set("short");

  private NewsAgencies() {}

  /** Whether a name is the full name of an agency. */
  public static boolean called(String name) {
    return CALLED.matcher(name).find();
  }

  /** The name, retyped as an organisation if it is an agency in a dateline's brackets. */
  static LocatedName mended(LocatedName name, String text) {
    boolean agency =
        name.type() == NameType.LOCATION
            && SHORT.contains(text.substring(name.start(), name.end()))
            && IncidentalNames.datelined(text, name.start(), name.end());
    return agency
        ? new LocatedName(name.start(), name.end(), NameType.ORGANIZATION, name.whole())
        : name;
  }
}
