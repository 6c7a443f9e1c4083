package io.keeling.enrich.gazetteer;

import io.keeling.models.files.WordSections;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What towns are usually called in English. GeoNames, which the gazetteer is made of, calls some by
 * the name that is used there ("Gaillimh", "Genève"), and writes those of other scripts with signs
 * that only gazetteers have ("Ardabīl"). Immutable; threads may share it.
 */
public final class EnglishNames {

  private static final WordSections WORDS = new WordSections(EnglishNames.class);

  /** Countries whose names GeoNames writes in another script than they have. */
  private static final Set<String> ROMANISED = WORDS.set("romanised");

  /**
   * Signs for the length and place of sounds (macron, breve, dot below, line below, cedilla) and
   * for those that English does not write: ayn, hamza, soft sign. Those of French stay: Sétif.
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

  /** The usual English name of a town; that of the gazetteer where no other is known. */
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
