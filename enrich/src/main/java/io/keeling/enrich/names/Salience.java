package io.keeling.enrich.names;

/**
 * How much an article is about a name: how often it is named beside the most frequent name, how
 * early, and whether the title names it. Stateless; threads may share it.
 */
public final class Salience {

  private static final double FREQUENCY = 0.5;
  private static final double POSITION = 0.3;
  private static final double TITLE = 0.2;
  private static final double PRECISION = 1000;

  /** What is left of the salience of a name that the article only bears. */
  private static final double INCIDENTAL = 0.1;

  private Salience() {}

  /**
   * The salience, 0 to 1.
   *
   * @param most mentions of the article's most frequent name
   * @param length the text's length in UTF-16 code units
   * @param incidental whether the article only bears the name; see {@link Incidental}
   */
  public static double of(TaggedName name, int most, int length, String title, boolean incidental) {
    double frequency = Math.min(1, (double) name.mentions().size() / most);
    double position = 1 - (double) name.mentions().get(0).start() / Math.max(1, length);
    boolean titled = NameForm.headlined(title, name.text(), name.type());
    double salience = FREQUENCY * frequency + POSITION * position + (titled ? TITLE : 0);
    return Math.rint(salience * (incidental ? INCIDENTAL : 1) * PRECISION) / PRECISION;
  }
}
