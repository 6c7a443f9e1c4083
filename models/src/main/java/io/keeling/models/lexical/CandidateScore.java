package io.keeling.models.lexical;

import io.keeling.models.names.EntityType;
import java.util.Locale;

/**
 * Scores how likely a stretch of a line is a name. The weights were set by hand on the development
 * halves of {@code training/eval/names-*.tsv}. For one line and one thread.
 */
final class CandidateScore {

  /** Sum of weights that a stretch needs to be a name. */
  private static final double THRESHOLD = 1.5;

  private static final double NO = Double.NEGATIVE_INFINITY;

  /** Weight of a name that is in a list. */
  private static final double KNOWN = 4;

  /** Weight of each further word of a listed name, so that longer names win over their parts. */
  private static final double LONGER = 0.8;

  /** Weight of a name that occurs elsewhere in the document. */
  private static final double SEEN_ELSEWHERE = 1.5;

  /** Weight of a surname if the document has the full name. */
  private static final double SURNAME = 4;

  private final LexicalSentence line;
  private final NameLexicon lexicon;
  private final EnglishModelNames guess;
  private final DocumentMemory memory;
  private final ContextCues context;

  CandidateScore(
      LexicalSentence line, NameLexicon lexicon, EnglishModelNames guess, DocumentMemory memory) {
    this.line = line;
    this.lexicon = lexicon;
    this.guess = guess;
    this.memory = memory;
    this.context = new ContextCues(line, lexicon);
  }

  /** Whether a name may begin here. To be checked before {@link #score}. */
  boolean mayBegin(int i) {
    return (line.unit(i).capital() && !line.text(i).equals("The"))
        || context.smallHead(i)
        || context.smallParticle(i);
  }

  /**
   * Returns the score of the words from start to before end as a name; negative if they are not a
   * name.
   */
  double score(int start, int end, EntityType type) {
    String text = line.text(start, end);
    String labels = lexicon.labels(text);
    if (line.capitals() && labels.isEmpty() && end - start <= 5) {
      labels = lexicon.labels(NameLexicon.titled(text)).replace("F", "");
    }
    boolean seen = memory.share(text, type) > 0;
    if (!plausible(start, end, type, labels, seen)) {
      return NO;
    }
    double score =
        switch (type) {
          case PERSON -> person(start, end, text, labels);
          case ORGANIZATION -> organisation(start, end, labels);
          case LOCATION -> location(start, end, labels);
        };
    score -= labels.isEmpty() && context.quoted(start, end) ? 1.5 : 0;
    score += SEEN_ELSEWHERE * memory.share(text, type);
    score += english(start, end, type);
    return score - THRESHOLD;
  }

  private boolean plausible(int start, int end, EntityType type, String labels, boolean seen) {
    boolean known = labels.indexOf('L') >= 0 || labels.indexOf('O') >= 0;
    LexicalToken first = line.unit(start);
    boolean opener =
        end - start == 1 && first.opening() && lexicon.functions.contains(first.text());
    if (known && !opener) {
      return line.unit(start).capital();
    }
    if (type == EntityType.PERSON && lexicon.notNames.contains(first.text())) {
      return memory.surname(line.text(start, end));
    }
    if (line.capitals()) {
      return seen || labels.indexOf('C') >= 0 || memory.surname(line.text(start, end));
    }
    if (line.titleCase() && !seen && labels.isEmpty() && !memory.surname(line.text(start, end))) {
      return lexicon.labels(first.text()).indexOf('F') >= 0
          && guess.of(first.start(), line.unit(end - 1).end(), type) > 0
          && context.shaped(start, end, type, memory);
    }
    return context.shaped(start, end, type, memory)
        && !(end - start == 1 && ordinary(line.unit(start), labels, seen));
  }

  private boolean ordinary(LexicalToken unit, String labels, boolean seen) {
    if (lexicon.notNames.contains(unit.text())
        || (labels.isEmpty() && lexicon.functions.contains(NameLexicon.titled(unit.text())))) {
      return !memory.surname(unit.text());
    }
    return unit.opening()
        && !seen
        && !memory.surname(unit.text())
        && (lexicon.functions.contains(unit.text())
            || lexicon.title(unit.text())
            || (memory.ordinary(unit.text()) && labels.indexOf('L') < 0));
  }

  /** Returns the weight of a listed name by its number of words. */
  private static double known(int words) {
    return KNOWN + LONGER * (words - 1);
  }

  private double person(int start, int end, String text, String labels) {
    int capitals = context.capitals(start, end);
    double score = 0;
    boolean first = lexicon.labels(line.text(start)).indexOf('F') >= 0;
    if (capitals >= 2) {
      score += first ? 2.5 : 0;
      score += line.unit(start).initial() ? 1.5 : 0;
      boolean joined = !first && capitals < end - start;
      score += joined ? 0 : lexicon.capitalisesNouns() ? 0.2 : 0.9;
      score -= capitals >= 5 ? 2 : 0;
      score += context.apposition(start, end) ? 1 : 0;
    } else {
      score += lexicon.capitalisesNouns() ? -1.2 : first ? 0.2 : -0.6;
    }
    score += context.titleBefore(start) ? 2.5 : 0;
    score +=
        context.verbBeside(start, end) && (capitals >= 2 || !lexicon.capitalisesNouns()) ? 1.3 : 0;
    score -= context.articleBefore(start) && !context.titleBefore(start) ? 1 : 0;
    score -= context.headInside(start, end) ? 3 : 0;
    score -= context.acronymInside(start, end) ? 2 : 0;
    score -= labels.indexOf('L') >= 0 || labels.indexOf('O') >= 0 ? 2.5 : 0;
    score -= capitals >= 2 && labels.indexOf('C') >= 0 ? 2 : 0;
    score += memory.surname(text) && end - start <= 3 && capitals <= 2 ? SURNAME : 0;
    score -= capitals <= 2 ? 3 * context.broken(start, end) : 0;
    return score;
  }

  private double organisation(int start, int end, String labels) {
    double score = labels.indexOf('O') >= 0 ? known(end - start) : 0;
    LexicalToken first = line.unit(start);
    if (end - start == 1) {
      boolean acronym = first.acronym() && !lexicon.notNames.contains(first.text());
      score += acronym && !line.capitals() ? (first.text().length() == 2 ? 1.2 : 2.6) : 0;
      score += context.mixedCase(first) ? 1.2 : 0;
      score += context.loneHead(first) ? 3 : 0;
      score += context.bracketed(start, end) ? 0.8 : 0;
      score -= labels.indexOf('L') >= 0 ? 1.5 : 0;
    } else {
      score += context.headed(start, end);
      score += lexicon.legalForms.contains(line.text(end - 1)) ? 3 : 0;
      score += context.englishHeadInside(start, end) ? 3 : 0;
      score -= labels.indexOf('L') >= 0 ? 2 : 0;
    }
    score += context.organisationBefore(start) ? 2.3 : 0;
    score -= 2 * context.broken(start, end);
    score += !lexicon.compounds() && context.articleBefore(start) && first.capital() ? 0.7 : 0;
    score -= context.titleBefore(start) ? 1.5 : 0;
    return score;
  }

  private double location(int start, int end, String labels) {
    double score = 0;
    boolean article = context.articleBefore(start);
    boolean before =
        lexicon.placePrepositions.contains(line.text(start - 1).toLowerCase(Locale.ROOT));
    if (labels.indexOf('L') >= 0) {
      score += known(end - start);
    } else if (labels.indexOf('C') >= 0) {
      score +=
          (labels.indexOf('F') >= 0 ? 1.2 : lexicon.capitalisesNouns() ? 1.4 : 2.2)
              - (line.unit(start).opening() ? 0.5 : 0);
      score -= article && !lexicon.compounds() ? 0.5 : 0;
    }
    score -= labels.indexOf('O') >= 0 ? 1.5 : 0;
    int capitals = context.capitals(start, end);
    if (before && !line.unit(start).acronym()) {
      score += lexicon.capitalisesNouns() ? (labels.isEmpty() ? 0.4 : 1.2) : capitals > 3 ? 1 : 2.1;
    }
    score += context.placeBefore(start) ? 2.2 : 0;
    score +=
        context.placeHeadInside(start, end, labels)
            ? (lexicon.labels(line.text(end - 1)).indexOf('L') >= 0 ? 5 : 2.8)
            : 0;
    score += context.placeTail(start, end) ? 1.8 : 0;
    score += context.listed(start, end, memory) ? 1 : 0;
    score -= lexicon.capitalisesNouns() ? 0 : 1.5 * context.broken(start, end);
    score -= context.headInside(start, end) && labels.isEmpty() ? 2 : 0;
    score -= context.titleBefore(start) ? 2 : 0;
    score -= memory.surname(line.text(start, end)) ? 1.5 : 0;
    return score;
  }

  private double english(int start, int end, EntityType type) {
    int from = line.unit(start).start();
    int to = line.unit(end - 1).end();
    double weight = lexicon.capitalisesNouns() ? 1 : 1.6;
    double sure = guess.of(from, to, type);
    if (sure > 0) {
      return weight * sure;
    }
    return guess.overlaps(from, to, type) ? 0.2 : 0;
  }
}
