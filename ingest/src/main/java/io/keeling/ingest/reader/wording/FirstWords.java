package io.keeling.ingest.reader.wording;

/** The first words of a text, for a page that has no headline. Stateless. */
public final class FirstWords {

  /** As long as a long headline, in UTF-16 code units. */
  private static final int LONGEST = 100;

  private FirstWords() {}

  /** The first line of a text, cut after a word where it is long. */
  public static String of(String text) {
    int end = text.indexOf('\n');
    String line = end < 0 ? text : text.substring(0, end);
    if (line.length() <= LONGEST) {
      return line;
    }
    int space = line.lastIndexOf(' ', LONGEST - 1);
    int cut = space > LONGEST / 2 ? space : LONGEST - 1;
    cut = Character.isHighSurrogate(line.charAt(cut - 1)) ? cut - 1 : cut;
    return line.substring(0, cut) + "\u2026";
  }
}
