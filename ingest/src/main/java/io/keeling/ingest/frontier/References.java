package io.keeling.ingest.frontier;

/** Formats and parses the frontier's references to sources and links. */
final class References {

  private static final String SOURCE = "s:";
  private static final String LINK = "l:";

  private References() {}

  static String source(String id) {
    return SOURCE + id;
  }

  static String link(String identity) {
    return LINK + identity;
  }

  static boolean isSource(String reference) {
    return reference.startsWith(SOURCE);
  }

  static String target(String reference) {
    return reference.substring(SOURCE.length());
  }
}
