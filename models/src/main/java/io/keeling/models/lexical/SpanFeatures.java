package io.keeling.models.lexical;

import io.keeling.models.names.EntityType;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * What is known of a stretch of a line, as features for {@link SpanModel}: its words and their
 * shapes, the words around it, what the lists of the language say, and what the English model
 * found. For one line and one thread.
 */
final class SpanFeatures {

  /** Longest stretch whose whole text is a feature, in units. */
  private static final int WHOLE = 5;

  /** Number of units from which stretches are no longer told apart by length. */
  private static final int LONG = 4;

  private final LexicalSentence line;
  private final NameLexicon lexicon;
  private final EnglishModelNames english;
  private final DocumentWords words;
  private final ContextCues cues;
  private final List<String> speech;
  private final String language;

  /**
   * @param speech the part of speech of each unit; empty for languages without a tagger
   */
  SpanFeatures(
      LexicalSentence line,
      NameLexicon lexicon,
      EnglishModelNames english,
      DocumentWords words,
      List<String> speech) {
    this.line = line;
    this.lexicon = lexicon;
    this.english = english;
    this.words = words;
    this.cues = new ContextCues(line, lexicon);
    this.speech = speech;
    this.language = lexicon.language();
  }

  ContextCues cues() {
    return cues;
  }

  /** Gives the features of the units from start to before end. */
  void of(int start, int end, Consumer<String> out) {
    int size = Math.min(end - start, LONG);
    out.accept("n" + size);
    out.accept(language + "n" + size);
    inside(start, end, size, out);
    lists(start, end, size, out);
    around(start, end, size, out);
    evidence(start, end, size, out);
    english(start, end, out);
    if (!speech.isEmpty()) {
      speech(start, end, out);
    }
  }

  private void inside(int start, int end, int size, Consumer<String> out) {
    String text = line.text(start, end);
    if (end - start <= WHOLE) {
      out.accept("t=" + text);
      out.accept("tl=" + text.toLowerCase(Locale.ROOT));
    }
    LexicalToken first = line.unit(start);
    LexicalToken last = line.unit(end - 1);
    boolean one = end - start == 1;
    String where = one ? "1" : "+";
    out.accept("wf" + where + first.text());
    out.accept("wl" + where + last.text());
    affixes(first.text(), "f" + where, out);
    if (!one) {
      affixes(last.text(), "l", out);
    }
    for (int i = start + 1; i < end - 1; i++) {
      out.accept("wi" + line.text(i));
    }
    for (int i = start; i < end; i++) {
      out.accept("w" + line.text(i).toLowerCase(Locale.ROOT));
    }
    if (end - start <= WHOLE) {
      StringBuilder shapes = new StringBuilder("s");
      for (int i = start; i < end; i++) {
        shapes.append(' ').append(cues.connects(i) ? line.text(i) : NameShape.of(line.unit(i)));
      }
      out.accept(shapes.toString());
      out.accept(language + shapes);
    }
    out.accept("sf" + NameShape.of(first) + first.opening() + size);
    out.accept("sl" + NameShape.of(last) + size);
    int small = 0;
    for (int i = start; i < end; i++) {
      small += NameShape.hasCapital(line.text(i)) ? 0 : 1;
    }
    out.accept("small" + small + "of" + size);
  }

  private static void affixes(String word, String where, Consumer<String> out) {
    String lower = word.toLowerCase(Locale.ROOT);
    int length = lower.length();
    for (int n = 2; n <= 4; n++) {
      if (length > n) {
        out.accept("e" + where + lower.substring(length - n));
      }
    }
    if (length > 3) {
      out.accept("b" + where + lower.substring(0, 3));
    }
    if (length > 5) {
      out.accept("b" + where + lower.substring(0, 5));
    }
  }

  private void lists(int start, int end, int size, Consumer<String> out) {
    String labels = lexicon.labels(line.text(start, end));
    if (line.capitals() && labels.isEmpty() && end - start <= WHOLE) {
      labels = lexicon.labels(NameLexicon.titled(line.text(start, end)));
    }
    LexicalToken first = line.unit(start);
    out.accept("L" + labels);
    out.accept("L" + labels + size + first.opening());
    out.accept(language + "L" + labels);
    if (end - start > 1) {
      out.accept("Lf" + lexicon.labels(first.text()));
      out.accept("Ll" + lexicon.labels(line.text(end - 1)));
      out.accept("Lfl" + lexicon.labels(first.text()) + "," + lexicon.labels(line.text(end - 1)));
    }
    if (lexicon.notNames.contains(first.text())) {
      out.accept("notname" + size);
    }
    if (lexicon.functions.contains(NameLexicon.titled(first.text()))) {
      out.accept("function" + size + first.opening());
    }
    if (lexicon.title(first.text())) {
      out.accept("titlefirst" + size);
    }
    if (words.ordinary(first.text())) {
      out.accept("ordinary" + size + first.opening());
    }
    if (first.opening()) {
      out.accept((words.named(first.text()) ? "named" : "unnamed") + size);
    }
    if (line.capitals()) {
      out.accept("capitals" + size);
      out.accept("capitalsL" + labels);
    }
    if (line.titleCase()) {
      out.accept("titlecase" + size);
      out.accept("titlecaseL" + labels);
    }
  }

  private void around(int start, int end, int size, Consumer<String> out) {
    String before = word(start - 1);
    String behind = word(end);
    out.accept("b1" + before);
    out.accept("b1" + size + before);
    out.accept("b2" + word(start - 2) + " " + before);
    out.accept("b2w" + word(start - 2));
    out.accept("a1" + behind);
    out.accept("a1" + size + behind);
    out.accept("a2" + behind + " " + word(end + 1));
    out.accept("a2w" + word(end + 1));
    out.accept("ba" + before + "_" + behind);
    String shapes = shape(start - 1) + "_" + shape(end);
    out.accept("sba" + shapes);
    out.accept(language + "sba" + shapes + size);
    if (before.length() > 4) {
      out.accept("b1e" + before.substring(before.length() - 4));
    }
    if (behind.length() > 4) {
      out.accept("a1e" + behind.substring(behind.length() - 4));
    }
  }

  private String word(int i) {
    if (i < 0) {
      return "^";
    }
    return i >= line.size() ? "$" : line.text(i).toLowerCase(Locale.ROOT);
  }

  private String shape(int i) {
    if (i < 0) {
      return "^";
    }
    if (i >= line.size()) {
      return "$";
    }
    return NameShape.of(line.unit(i)) + (lexicon.labels(line.text(i)).isEmpty() ? "" : "L");
  }

  private void evidence(int start, int end, int size, Consumer<String> out) {
    cue("title", cues.titleBefore(start), size, out);
    cue("apposition", cues.apposition(start, end), size, out);
    cue("verb", cues.verbBeside(start, end), size, out);
    cue("article", cues.articleBefore(start), size, out);
    cue("head", cues.headInside(start, end), size, out);
    cue("acronym", cues.acronymInside(start, end), size, out);
    cue("orgbefore", cues.organisationBefore(start), size, out);
    cue("english", cues.englishHeadInside(start, end), size, out);
    cue("placebefore", cues.placeBefore(start), size, out);
    cue("preposition", lexicon.placePrepositions.contains(word(start - 1)), size, out);
    cue("placehead", lexicon.placeHeadsInside.contains(line.text(start)), size, out);
    cue("placetail", cues.placeTail(start, end), size, out);
    cue("legal", lexicon.legalForms.contains(line.text(end - 1)), size, out);
    cue("listed", cues.listed(start, end), size, out);
    cue("quoted", cues.quoted(start, end), size, out);
    cue("bracketed", cues.bracketed(start, end), size, out);
    out.accept("broken" + cues.broken(start, end) + language);
    if (end - start == 1) {
      cue("lone", cues.loneHead(line.unit(start)), size, out);
      cue("mixed", cues.mixedCase(line.unit(start)), size, out);
    } else {
      out.accept("headed" + Math.round(cues.headed(start, end)) + (lexicon.compounds() ? "c" : ""));
    }
  }

  private void cue(String name, boolean given, int size, Consumer<String> out) {
    if (given) {
      out.accept("c" + name);
      out.accept("c" + name + size);
      out.accept("c" + name + language);
    }
  }

  private void english(int start, int end, Consumer<String> out) {
    int from = line.unit(start).start();
    int to = line.unit(end - 1).end();
    for (EntityType type : EntityType.values()) {
      double sure = english.of(from, to, type);
      if (sure > 0) {
        out.accept("E" + type.ordinal() + Math.round(sure * 3));
        out.accept(language + "E" + type.ordinal());
      } else if (english.overlaps(from, to, type)) {
        out.accept("Eo" + type.ordinal());
      }
    }
  }

  private void speech(int start, int end, Consumer<String> out) {
    StringBuilder inside = new StringBuilder("P");
    for (int i = start; i < Math.min(end, start + LONG); i++) {
      inside.append(' ').append(speech.get(i));
    }
    out.accept(inside.toString());
    out.accept("Pf" + speech.get(start) + line.unit(start).opening());
    out.accept("Pl" + speech.get(end - 1));
    String before = start > 0 ? speech.get(start - 1) : "^";
    String behind = end < line.size() ? speech.get(end) : "$";
    out.accept("Pb" + before + inside);
    out.accept("Pa" + inside + behind);
  }
}
