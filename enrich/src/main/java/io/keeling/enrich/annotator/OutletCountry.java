package io.keeling.enrich.annotator;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Guesses an outlet's country from its domain. */
final class OutletCountry {

  private static final Set<String> COUNTRIES =
      new HashSet<>(Arrays.asList(Locale.getISOCountries()));

  /** Country domains that are used worldwide. */
  private static final Set<String> WORLDWIDE =
      Set.of("IO", "CO", "TV", "AI", "ME", "FM", "LY", "CC", "WS", "TK", "GG", "SH", "TO", "VC");

  private OutletCountry() {}

  /**
   * The country of a domain's ending, as an ISO 3166-1 alpha-2 code; null if the ending belongs to
   * no country or is used worldwide.
   */
  static @Nullable String of(String domain) {
    String ending = domain.substring(domain.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
    if (ending.equals("UK")) {
      return "GB";
    }
    return COUNTRIES.contains(ending) && !WORLDWIDE.contains(ending) ? ending : null;
  }
}
