package io.keeling.ingest.opml;

import java.util.Set;

/** Makes ids for sources without one. */
public final class SourceIds {

  /** Longest id, in characters: people read ids in logs and addresses. */
  private static final int LONGEST = 64;

  private SourceIds() {}

  /** Returns an id made from a host name, with a number if the id is already taken. */
  public static String free(String host, Set<String> taken) {
    String plain =
        host.replaceFirst("^www\\.", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|(?<!-)-+$", "");
    String stem = plain.isEmpty() ? "source" : plain;
    String id = cut(stem, LONGEST);
    for (int i = 2; taken.contains(id); i++) {
      String end = "-" + i;
      id = cut(stem, LONGEST - end.length()) + end;
    }
    return id;
  }

  private static String cut(String text, int length) {
    return text.substring(0, Math.min(text.length(), length));
  }
}
