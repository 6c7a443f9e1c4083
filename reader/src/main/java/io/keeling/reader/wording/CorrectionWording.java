package io.keeling.reader.wording;

/**
 * Recognises an outlet's note about an error in its own article by its wording; callers check its
 * position. Seven languages have lists: English, German, French, Spanish, Italian, Portuguese and
 * Dutch.
 *
 * <p>The numbers were chosen on notes of our own ({@code CorrectionNotesTest}).
 */
public final class CorrectionWording {

  /** Longest note, in words; a longer one is an article about an error. */
  public static final int MOST_WORDS = 150;

  private static final PhraseList LABELS = PhraseList.load("phrases/correction-label.txt");
  private static final PhraseList EDITORS = PhraseList.load("phrases/editors-note.txt");
  private static final PhraseList SUBJECTS = PhraseList.load("phrases/correction-subject.txt");
  private static final PhraseList WEAK = PhraseList.load("phrases/correction-weak-subject.txt");
  private static final PhraseList EARLIER = PhraseList.load("phrases/correction-earlier.txt");
  private static final PhraseList ELSEWHERE = PhraseList.load("phrases/correction-republished.txt");
  private static final PhraseList ERRORS = PhraseList.load("phrases/correction-error.txt");
  private static final PhraseList AMENDED = PhraseList.load("phrases/correction-amended.txt");
  private static final PhraseList CHANGED = PhraseList.load("phrases/correction-changed.txt");
  private static final PhraseList PURPOSES = PhraseList.load("phrases/correction-purpose.txt");
  private static final PhraseList SENTENCES = PhraseList.load("phrases/correction-sentence.txt");
  private static final PhraseList REQUESTS = PhraseList.load("phrases/correction-request.txt");

  /**
   * Words before the person who made a change: "was amended by the committee". Notes never name
   * that person.
   */
  private static final PhraseList AGENTS =
      PhraseList.of(
          "by", "von der", "vom", "par", "por el", "por la", "dal", "dalla", "pelo", "door");

  private static final int LEAST_WORDS = 4;

  /** Longest note, in characters. A longer text is rejected without counting its words. */
  private static final int MOST_CHARACTERS = 2_000;

  /** Characters read of a note. */
  private static final int FOLDED_CHARACTERS = 600;

  /**
   * Number of characters at the start of a note in which it names its article, after a label and a
   * date.
   */
  private static final int SUBJECT_WITHIN = 200;

  /** Number of characters after the article's name in which a note states the change. */
  private static final int SAID_WITHIN = 160;

  /**
   * Maximum number of characters between "earlier version" and the article's name: "of the headline
   * on".
   */
  private static final int VERSION_BEFORE = 30;

  /** Longest date between a label and its colon: ", 3 March 2026:". */
  private static final int DATE_CHARACTERS = 45;

  /** Longest label with a date on a line of its own, in words. */
  private static final int LABEL_WORDS = 8;

  private CorrectionWording() {}

  /**
   * Whether a paragraph at the edge of an article is a note.
   *
   * @param text the paragraph
   * @param emphasised whether it begins with emphasised words, as labels do
   * @param ofLaw whether the article mentions numbered articles of a law, which are amended too
   */
  public static boolean isNote(String text, boolean emphasised, boolean ofLaw) {
    if (!isNamedNote(text)) {
      return false;
    }
    String folded = Folded.of(text, FOLDED_CHARACTERS);
    int label = LABELS.longestAtStart(folded);
    return (label > 0 && label < folded.length() && isSetApart(text, label, emphasised))
        || (EDITORS.starts(folded) && mentionsError(folded))
        || SENTENCES.in(folded)
        || statesOwnChange(folded, ofLaw);
  }

  /** Whether a paragraph in a box that is named after corrections is a note. */
  public static boolean isNamedNote(String text) {
    int words = text.length() > MOST_CHARACTERS ? 0 : TextMeasure.of(text).words();
    return words >= LEAST_WORDS
        && words <= MOST_WORDS
        && !REQUESTS.in(Folded.of(text, FOLDED_CHARACTERS));
  }

  /** Whether a line only announces that the next paragraph is a note, perhaps with a date. */
  public static boolean isLabel(String text) {
    String folded = Folded.of(text, FOLDED_CHARACTERS);
    int label = LABELS.longestAtStart(folded);
    return label > 0
        && (label == folded.length()
            || (TextMeasure.of(text).words() <= LABEL_WORDS
                && folded.substring(label).chars().anyMatch(Character::isDigit)));
  }

  private static boolean mentionsError(String folded) {
    return ERRORS.in(folded) || isPurposeful(folded) || SENTENCES.in(folded);
  }

  /** Whether a text states a change to its own article: "This article was amended ...". */
  private static boolean statesOwnChange(String folded, boolean ofLaw) {
    for (int at = SUBJECTS.indexIn(folded, 0);
        at >= 0 && at <= SUBJECT_WITHIN;
        at = SUBJECTS.indexIn(folded, SUBJECTS.endOf(folded, at) + 1)) {
      int end = SUBJECTS.endOf(folded, at);
      String said = folded.substring(end, Math.min(folded.length(), end + SAID_WITHIN)).strip();
      if (ERRORS.in(said)
          || isPurposeful(said)
          || (isOfEarlierWords(folded, at) && !isElsewhere(said))) {
        return true;
      }
      if (!ofLaw && isAmended(said, SAID_WITHIN)) {
        return true;
      }
    }
    int weak = WEAK.indexIn(folded, 0);
    if (weak < 0 || weak > SUBJECT_WITHIN) {
      return false;
    }
    String said = folded.substring(WEAK.endOf(folded, weak)).strip();
    boolean earlier = isOfEarlierWords(folded, weak) && ERRORS.in(said);
    boolean corrected = ERRORS.starts(said) && !isByOthers(said, ERRORS.longestAtStart(said));
    return earlier || corrected || (!ofLaw && isAmended(said, 0)) || startsPurposeful(said);
  }

  private static boolean isOfEarlierWords(String folded, int subject) {
    int earlier = EARLIER.indexIn(folded, 0);
    return earlier >= 0
        && earlier < subject
        && subject - EARLIER.endOf(folded, earlier) <= VERSION_BEFORE;
  }

  private static boolean isElsewhere(String said) {
    return ELSEWHERE.starts(said);
  }

  private static boolean isAmended(String said, int within) {
    int at = AMENDED.indexIn(said, 0);
    return at >= 0 && at <= within && !isByOthers(said, AMENDED.endOf(said, at));
  }

  private static boolean isByOthers(String said, int end) {
    return AGENTS.starts(said.substring(end).strip());
  }

  /** Whether a change corrects something, and does not add to it. */
  private static boolean isPurposeful(String said) {
    int changed = CHANGED.indexIn(said, 0);
    return changed >= 0 && PURPOSES.indexIn(said, CHANGED.endOf(said, changed) + 1) >= 0;
  }

  private static boolean startsPurposeful(String said) {
    return CHANGED.starts(said)
        && isPurposeful(said.substring(0, Math.min(said.length(), SAID_WITHIN)));
  }

  /**
   * Whether a label is set apart from what follows, and is not just the first words of a sentence.
   */
  private static boolean isSetApart(String text, int label, boolean emphasised) {
    int at = behind(text, label);
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    if (at == text.length()) {
      return true;
    }
    int next = text.codePointAt(at);
    if (isSeparator(next) || next == '(' || next == '[' || next == '.') {
      return true;
    }
    if (emphasised && (Character.isUpperCase(next) || Character.isDigit(next))) {
      return true;
    }
    String date = text.substring(at, Math.min(text.length(), at + DATE_CHARACTERS));
    boolean digit = false;
    for (int i = 0; i < date.length(); i++) {
      if (isSeparator(date.charAt(i))) {
        return digit;
      }
      digit |= Character.isDigit(date.charAt(i));
    }
    return false;
  }

  /** Returns the index in a text after its label, given the length of the folded label. */
  private static int behind(String text, int label) {
    String folded = Folded.of(text, FOLDED_CHARACTERS).substring(0, label);
    long letters = folded.chars().filter(c -> c != ' ').count();
    int at = 0;
    for (long seen = 0; seen < letters && at < text.length(); at++) {
      seen += Folded.isLetterOrDigit(text.charAt(at)) ? 1 : 0;
    }
    return at;
  }

  private static boolean isBlank(char c) {
    return c <= ' ' || c == '\u00A0' || c == '\u202F' || c == '"' || c == '*';
  }

  private static boolean isSeparator(int c) {
    return c == ':' || c == '\u2013' || c == '\u2014' || c == '|' || c == '-' || c == '\u2022';
  }
}
