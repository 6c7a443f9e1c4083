package io.keeling.enrich.gazetteer;

import io.keeling.models.files.WordSections;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The usual English names of towns. GeoNames, the gazetteer's source, has some under their local
 * name ("Gaillimh", "Genève"), and transcribes other scripts with signs that only gazetteers use
 * ("Ardabīl"). Immutable; threads may share it.
 */
public final class EnglishNames {

  private static final WordSections WORDS = new WordSections(EnglishNames.class);

  /** Countries whose names GeoNames transcribes from another script. */
  private static final Set<String> ROMANISED = WORDS.set("romanised");

  /**
   * Signs of transcription for the length and place of sounds (macron, breve, dot below, line
   * below, cedilla) and for sounds that English does not write: ayn, hamza, soft sign. French
   * accents stay: Sétif.
   */
  private static final Pattern SIGNS =
      Pattern.compile(
          "[\u0304\u0306\u0323\u0331\u0327\u0325\u2018\u2019\u02BB\u02BC\u02BF\u02BE\u02B9]");

  private final Map<String, String> names = new HashMap<>();

  private EnglishNames() {}

  /** Loads the names. */
  public static EnglishNames load() {
    EnglishNames english = new EnglishNames();
    for (String[] row : PlaceFiles.rows("english-names.tsv")) {
      english.names.put(key(row[0], row[1]), row[2]);
    }
    return english;
  }

  /** The usual English name of a town, or else the gazetteer's. */
  public String of(Place place) {
    String known = names.get(key(place.name(), place.country()));
    if (known != null) {
      return known;
    }
    return ROMANISED.contains(place.country()) ? withoutSigns(place.name()) : place.name();
  }

  private static String withoutSigns(String name) {
    String apart = Normalizer.normalize(name, Normalizer.Form.NFD);
    return Normalizer.normalize(SIGNS.matcher(apart).replaceAll(""), Normalizer.Form.NFC);
  }

  private static String key(String name, String country) {
    return country + " " + name;
  }
}
