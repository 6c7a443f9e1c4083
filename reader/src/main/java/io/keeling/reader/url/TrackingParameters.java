package io.keeling.reader.url;

import io.keeling.reader.wording.WordList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Removes query parameters that say where a reader came from and change nothing about the page.
 *
 * <p>Each name is one that a vendor's product writes into links to other people's pages, and is so
 * peculiar that no site uses it for anything else. A parameter that a site may use for the page
 * itself ({@code cid}, {@code ref}, {@code source}, {@code id}, {@code cmp}) stays: only the page's
 * own canonical link can show that it means nothing.
 */
final class TrackingParameters {

  /** Prefixes of Google Analytics, Matomo and HubSpot. */
  private static final List<String> PREFIXES = List.of("utm_", "mtm_", "hsa_");

  private static final Set<String> NAMES = WordList.load("words/tracking-parameter.txt");

  private TrackingParameters() {}

  /** Returns the rest of the query in its order; empty if nothing is left. */
  static String remove(String query) {
    return Arrays.stream(query.split("&"))
        .filter(p -> !p.isEmpty() && !tracks(p))
        .collect(Collectors.joining("&"));
  }

  private static boolean tracks(String parameter) {
    int equals = parameter.indexOf('=');
    String name =
        (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
    return NAMES.contains(name) || PREFIXES.stream().anyMatch(name::startsWith);
  }
}
