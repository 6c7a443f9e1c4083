package io.keeling.enrich.names;

import io.keeling.contract.enriched.Mention;
import io.keeling.contract.enriched.NameType;
import io.keeling.models.names.Abbreviation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Merges an organisation's name and the short form that the text itself states: "Name (X)", "Name,
 * or X,", "Name, known as X". If the letters of a short form fit the name, they need not be its
 * initials. If they do not fit, as in a translated name, the short form must be introduced at its
 * first mention. For one article and one thread.
 */
final class AliasStatements {

  /** A name and its short form, with the mention in which the text introduces the short form. */
  private record Equation(NameCluster name, NameCluster shortForm, Mention at, boolean fits) {}

  private record Located(Mention mention, NameCluster cluster) {}

  /**
   * Maximum distance between the two names, and length of text read after the second, in
   * characters. It is as long as the words that introduce a short form.
   */
  private static final int NEAR = 60;

  private static final Pattern BRACKET = Pattern.compile("\\s?\\([\"\u201c]?(?:the |or )?");

  private static final Pattern OR = Pattern.compile(", or (?:the )?");

  private static final Pattern KNOWN =
      Pattern.compile(
          ",? ?\\(?(?:which is |also |better |commonly |widely |usually |locally ){0,4}+"
              + "(?:(?:known|abbreviated|shortened|referred to) (?:as|to)"
              + "|known by (?:its|the)(?: \\p{L}+){0,2} (?:acronym|initials|abbreviation)(?: of)?)"
              + ",? (?:the )?[\"\u201c]?");

  private static final Pattern APPOSITION = Pattern.compile(", (?:or )?the | \\((?:the )?");

  private static final Pattern BRACKET_ENDS =
      Pattern.compile(
          "[\"\u201d]?(?:,? (?:in|by|for|from|after) [^()\\n]{1,40})?[\"\u201d]?\\).*",
          Pattern.DOTALL);

  private static final Pattern ENDS = Pattern.compile("[\"\u201d]?[,.;:)].*", Pattern.DOTALL);

  private final boolean english;
  private final List<Equation> equations = new ArrayList<>();

  private AliasStatements(boolean english) {
    this.english = english;
  }

  /**
   * Reads the short forms that a text states.
   *
   * @param english whether the text is in English. Only there does "or" introduce a short form; in
   *     French it means "now"
   */
  static AliasStatements of(String text, boolean english, List<NameCluster> clusters) {
    List<Located> all = new ArrayList<>();
    for (NameCluster cluster : clusters) {
      if (!cluster.merged()) {
        cluster.mentions().forEach(m -> all.add(new Located(m, cluster)));
      }
    }
    all.sort(Comparator.comparingInt(l -> l.mention().start()));
    AliasStatements found = new AliasStatements(english);
    for (int i = 1; i < all.size(); i++) {
      found.read(text, all.get(i - 1), all.get(i));
    }
    return found;
  }

  /** Merges the pairs whose letters fit. */
  void mergeFitting() {
    for (Equation equation : equations) {
      if (equation.fits()) {
        merge(equation);
      }
    }
  }

  /** Merges the other pairs, unless the text states the same short form for several names. */
  void mergeOthers() {
    Map<NameCluster, Equation> others = new LinkedHashMap<>();
    Map<NameCluster, Integer> names = new HashMap<>();
    for (Equation equation : equations) {
      Equation other = others.putIfAbsent(equation.shortForm(), equation);
      if (other == null || other.name() != equation.name()) {
        names.merge(equation.shortForm(), 1, Integer::sum);
      }
    }
    others.forEach(
        (shortForm, equation) -> {
          if (names.getOrDefault(shortForm, 0) == 1
              && equation.at().start() == shortForm.earliest()) {
            merge(equation);
          }
        });
  }

  private static void merge(Equation equation) {
    if (!equation.name().merged()) {
      equation.name().absorb(equation.shortForm(), "abbreviates " + equation.name().text());
    }
  }

  private void read(String text, Located first, Located second) {
    int from = first.mention().end();
    int to = second.mention().start();
    if (to - from < 2 || to - from > NEAR || first.cluster() == second.cluster()) {
      return;
    }
    String between = text.substring(from, to);
    int end = second.mention().end();
    String behind = text.substring(end, Math.min(text.length(), end + NEAR));
    boolean bracket = BRACKET.matcher(between).matches() && BRACKET_ENDS.matcher(behind).matches();
    boolean or = english && OR.matcher(between).matches() && ENDS.matcher(behind).matches();
    if (bracket || or || KNOWN.matcher(between).matches()) {
      introduced(first.cluster(), second, bracket || or);
    }
    if (APPOSITION.matcher(between).matches() && ENDS.matcher(behind).matches()) {
      explained(first, second.cluster());
    }
  }

  /** Reads a short form after its name: "Energy Regulatory Office, known as URE". */
  private void introduced(NameCluster name, Located second, boolean loose) {
    NameCluster shortForm = second.cluster();
    String letters = shortForm.text().replace(".", "");
    if (!pair(name, letters)) {
      return;
    }
    boolean capitals = Abbreviation.capitals(letters);
    if (Abbreviation.fits(name.text(), letters)) {
      boolean bodies = shortForm.type() == NameType.ORGANIZATION;
      // A short form that the tagger did not take for an organisation must look like initials.
      if (bodies || (capitals && startsAlike(name, letters))) {
        equations.add(new Equation(name, shortForm, second.mention(), true));
      }
    } else if (shortForm.type() == NameType.ORGANIZATION
        && (!loose || capitals || Abbreviation.begins(name.text(), letters.charAt(0)))) {
      equations.add(new Equation(name, shortForm, second.mention(), false));
    }
  }

  /** Reads a name after its short form: "HHS, the Department of Health and Human Services,". */
  private void explained(Located first, NameCluster name) {
    String letters = first.cluster().text().replace(".", "");
    if (pair(name, letters)
        && first.cluster().type() == NameType.ORGANIZATION
        && Abbreviation.capitals(letters)
        && Abbreviation.fits(name.text(), letters)) {
      equations.add(new Equation(name, first.cluster(), first.mention(), true));
    }
  }

  private static boolean pair(NameCluster name, String letters) {
    return name.type() == NameType.ORGANIZATION
        && name.text().indexOf(' ') > 0
        && name.text().length() > letters.length()
        && Abbreviation.word(letters)
        // Two letters after a university are its state. Unmistakable initials need no statement.
        && letters.length() > 2
        && !NameForm.unmistakable(NameForm.key(letters));
  }

  private static boolean startsAlike(NameCluster name, String letters) {
    return name.key().charAt(0) == Character.toLowerCase(letters.charAt(0));
  }
}
