package io.keeling.ingest.frontier;

/** How the frontier refers to what it asks for: a source or a link. */
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

  /** The source's id or the link's identity. */
  static String target(String reference) {
    return reference.substring(SOURCE.length());
  }
}
