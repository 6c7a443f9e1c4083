package io.keeling.models.lexical;

import io.keeling.models.names.NameSpan;
import io.keeling.models.text.Sentence;
import java.util.ArrayList;
import java.util.List;

/**
 * A document whose names are to be found: its lines, the stretches of them that may be names, and
 * what is remembered of a first pass. <b>For one thread.</b>
 */
public final class LexicalDocument {

  /** Longest name, in units. */
  private static final int LONGEST = 10;

  /** Maximum number of small words in a row within a name: "Bank for the". */
  private static final int SMALL = 3;

  private final NameLexicon lexicon;
  private final List<LexicalSentence> lines;
  private final List<List<Candidate>> candidates = new ArrayList<>();
  private DocumentMemory memory = new DocumentMemory();
  private boolean remembering;

  /**
   * @param document all sentences, from {@link io.keeling.models.text.TextAnalyzer}
   * @param english the names that the English model finds in them
   * @param parts the tagger of parts of speech
   */
  public LexicalDocument(
      List<Sentence> document, NameLexicon lexicon, List<NameSpan> english, PartsOfSpeech parts) {
    this.lexicon = lexicon;
    this.lines =
        document.stream()
            .map(
                sentence ->
                    LexicalSentence.of(
                        LexicalTokenizer.of(sentence, lexicon), lexicon.capitalisesNouns()))
            .toList();
    EnglishModelNames guess = new EnglishModelNames(english);
    DocumentWords words = new DocumentWords(lines);
    for (LexicalSentence line : lines) {
      candidates.add(
          candidates(line, new SpanFeatures(line, lexicon, guess, words, parts.of(line.units()))));
    }
  }

  /** Number of lines. */
  public int size() {
    return lines.size();
  }

  /** Number of units of a line. */
  public int size(int line) {
    return lines.get(line).size();
  }

  /** Returns the stretches of a line that may be names, by their ends. */
  public List<Candidate> candidates(int line) {
    return candidates.get(line);
  }

  /** Returns what the first pass adds to a candidate's features; empty before {@link #remember}. */
  public List<String> remembered(int line, Candidate candidate) {
    List<String> features = new ArrayList<>();
    if (remembering) {
      memory.features(lines.get(line), candidate.start(), candidate.end(), features::add);
    }
    return features;
  }

  /** Remembers the names of a first pass, a list for each line. */
  void remember(List<List<LexicalName>> names) {
    memory = new DocumentMemory();
    for (int i = 0; i < lines.size(); i++) {
      memory.learn(lines.get(i), names.get(i), lexicon.personConnectors);
    }
    remembering = true;
  }

  private List<Candidate> candidates(LexicalSentence line, SpanFeatures features) {
    List<Candidate> found = new ArrayList<>();
    for (int end = 1; end <= line.size(); end++) {
      for (int start = end - 1; start >= Math.max(0, end - LONGEST); start--) {
        if (!continues(line, start, end, features.cues())) {
          break;
        }
        if (begins(line, start, features.cues())
            && ends(line, start, end, features.cues())
            && capital(line, start, end)) {
          List<String> known = new ArrayList<>();
          features.of(start, end, known::add);
          found.add(
              new Candidate(start, end, line.unit(start).start(), line.unit(end - 1).end(), known));
        }
      }
    }
    return found;
  }

  /** Whether a name that ends at {@code end} may reach back to this unit. */
  private boolean continues(LexicalSentence line, int start, int end, ContextCues cues) {
    LexicalToken unit = line.unit(start);
    if (!unit.word()) {
      return unit.tail() || (start < end - 1 && "&.-–'’/+!".contains(unit.text()));
    }
    if (NameShape.hasCapital(unit.text()) || Character.isDigit(unit.text().charAt(0))) {
      return true;
    }
    int run = 0;
    for (int i = start; i < end && !NameShape.hasCapital(line.text(i)); i++) {
      run++;
    }
    boolean small = cues.connects(start) || lexicon.articles.contains(unit.text());
    return run <= SMALL && (small || !lexicon.compounds() || cues.smallHead(start));
  }

  private boolean begins(LexicalSentence line, int start, ContextCues cues) {
    LexicalToken unit = line.unit(start);
    if (!unit.word()) {
      return false;
    }
    if (NameShape.hasCapital(unit.text()) || Character.isDigit(unit.text().charAt(0))) {
      return true;
    }
    int next = start + 1;
    if (cues.connects(start)) {
      return NameShape.hasCapital(line.text(next));
    }
    // "lac Victoria", "université de Nantes"
    next += cues.connects(next) ? 1 : 0;
    return !lexicon.compounds()
        && unit.text().length() > SMALL
        && (NameShape.hasCapital(line.text(next)) || cues.smallHead(start));
  }

  private boolean ends(LexicalSentence line, int start, int end, ContextCues cues) {
    LexicalToken unit = line.unit(end - 1);
    if (!unit.word()) {
      return unit.tail()
          ? NameShape.hasCapital(unit.text()) && start < end - 1
          : unit.text().equals("!") || unit.text().equals("+");
    }
    if (NameShape.hasCapital(unit.text()) || Character.isDigit(unit.text().charAt(0))) {
      return true;
    }
    // "Banque européenne d'investissement", "Parti socialiste"
    return !lexicon.compounds()
        && end - start > 1
        && unit.text().length() > SMALL
        && !cues.connects(end - 1)
        && !lexicon.articles.contains(unit.text());
  }

  private static boolean capital(LexicalSentence line, int start, int end) {
    for (int i = start; i < end; i++) {
      if (NameShape.hasCapital(line.text(i))) {
        return true;
      }
    }
    return false;
  }
}
