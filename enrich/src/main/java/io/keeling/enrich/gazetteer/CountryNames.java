package io.keeling.enrich.gazetteer;

import com.ibm.icu.util.ULocale;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of countries and their people: CLDR's names in a language, and for English also the names
 * and demonyms of {@code countries.tsv}. Immutable; threads may share it.
 */
public final class CountryNames {

  /** Languages in which country names are known. */
  public static final Set<String> LANGUAGES = Set.of("en", "de", "fr", "es", "it", "pt", "nl");

  /** What CLDR adds in brackets: "Myanmar (Burma)". */
  private static final Pattern ADDITION = Pattern.compile("\\s?\\([^()]*\\)");

  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, String> demonyms = new LinkedHashMap<>();
  private final Map<String, String> regions = new LinkedHashMap<>();
  private final Set<String> areas = new LinkedHashSet<>();

  private CountryNames(String language) {
    ULocale locale = new ULocale(language);
    for (String code : ULocale.getISOCountries()) {
      ULocale country = new ULocale("", code);
      String name = country.getDisplayCountry(locale);
      if (!name.equals(code)) {
        names.putIfAbsent(ADDITION.matcher(name).replaceAll(""), code);
      }
    }
    if (language.equals("en")) {
      for (String[] row : PlaceFiles.rows("countries.tsv")) {
        put(demonyms, PlaceFiles.column(row, 1), row[0]);
        put(names, PlaceFiles.column(row, 2), row[0]);
      }
    }
    for (String[] row : PlaceFiles.rows("country-aliases.tsv")) {
      if (row[0].equals(language)) {
        put(names, PlaceFiles.column(row, 2), row[1]);
      }
    }
    if (language.equals("en")) {
      for (String[] row : PlaceFiles.rows("regions.tsv")) {
        if (row[0].indexOf(' ') > 0) {
          regions.put(row[0], row[1]);
        }
      }
      for (String[] row : PlaceFiles.rows("areas.tsv")) {
        for (String name : row) {
          if (name.indexOf(' ') > 0) {
            areas.add(name);
          }
        }
      }
    }
  }

  /** The names in a language (ISO 639-1). */
  public static CountryNames of(String language) {
    return new CountryNames(language);
  }

  private static void put(Map<String, String> target, String names, String code) {
    for (String name : names.split(";")) {
      if (!name.isBlank()) {
        target.put(name.strip(), code);
      }
    }
  }

  /** Country names as written, with their ISO 3166-1 alpha-2 codes. */
  public Map<String, String> names() {
    return names;
  }

  /** Demonyms and adjectives as written, with their countries' codes. */
  public Map<String, String> demonyms() {
    return demonyms;
  }

  /** English names of regions of several words, so that New Mexico is not taken for Mexico. */
  public Map<String, String> regions() {
    return regions;
  }

  /**
   * English names and adjectives of several words for areas that span countries, so that neither
   * the Gulf of Mexico is taken for Mexico nor "Latin American" for American.
   */
  public Set<String> areas() {
    return areas;
  }
}
