package io.keeling.enrich.names;

import io.keeling.contract.enriched.NameType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How much an article is about each of its names: how often it mentions the name, compared with its
 * most frequent one, how early, and whether the title has it. For one article; immutable and safe
 * to share between threads. The shares are arbitrary; the first three add up to 1.
 */
public final class Salience {

  /** Share of the salience that depends on how often the name is mentioned. */
  private static final double FREQUENCY = 0.5;

  /** Share of the salience that depends on how early the name is mentioned. */
  private static final double POSITION = 0.3;

  /** Share of the salience that depends on whether the name is in the title. */
  private static final double TITLE = 0.2;

  /** Saliences are rounded to thousandths. */
  private static final double PRECISION = 1000;

  /** Factor for a name that is incidental to the article. */
  private static final double INCIDENTAL = 0.1;

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}.]+");

  private final String title;
  private final Set<String> words;
  private final Set<String> acronyms = new HashSet<>();
  private final int most;
  private final int length;

  /**
   * @param title the article's title; empty if it has none
   * @param length the text's length in UTF-16 code units
   * @param most number of mentions of the article's most frequent name
   */
  public Salience(String title, int length, int most) {
    this.title = title;
    this.words = new HashSet<>(List.of(BETWEEN_WORDS.split(title)));
    words.stream().filter(NameForm::acronym).map(NameForm::key).forEach(acronyms::add);
    this.length = length;
    this.most = most;
  }

  /**
   * The salience of a name, 0 to 1.
   *
   * @param incidental whether the name is incidental to the article; see {@link IncidentalNames}
   */
  public double of(TaggedName name, boolean incidental) {
    double frequency = Math.min(1, (double) name.mentions().size() / most);
    double position = 1 - (double) name.mentions().get(0).start() / Math.max(1, length);
    double titled = isInTitle(name.text(), name.type()) ? TITLE : 0;
    double salience = FREQUENCY * frequency + POSITION * position + titled;
    return Math.rint(salience * (incidental ? INCIDENTAL : 1) * PRECISION) / PRECISION;
  }

  /** Whether the title has a name in full, a person's surname or an organisation's initials. */
  private boolean isInTitle(String name, NameType type) {
    if (TitleSearch.has(title, name)) {
      return true;
    }
    if (type == NameType.PERSON) {
      String last = name.substring(name.lastIndexOf(' ') + 1);
      return last.length() > 2 && words.contains(last);
    }
    return !acronyms.isEmpty()
        && Stream.of(NameForm.abbreviations(name), NameForm.abbreviationsWithoutOwner(name))
            .flatMap(Set::stream)
            .anyMatch(acronyms::contains);
  }
}
