package io.keeling.reader.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.regex.Pattern;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;

/** Apache OpenNLP's language detector with the project's published model, loaded on first use. */
final class DetectorModel {

  /**
   * Characters read: more text costs more and adds nothing. On runs of marks, the time of the
   * model's own patterns grows faster than the text, to some 30 ms here.
   */
  private static final int SAMPLE = 1_000;

  /**
   * Characters beyond the Basic Multilingual Plane, which tell the model nothing. The model removes
   * most of them itself, and a run of one character that the model leaves (U+10FC01 and above)
   * makes its back references read beyond the end of the text.
   */
  private static final Pattern SUPPLEMENTARY = Pattern.compile("[\\x{10000}-\\x{10FFFF}]");

  /**
   * Confidence from which the model overrules what a page declares. The model spreads its
   * confidence over 103 languages, and a single sentence does not reach this.
   */
  private static final double SURE = 0.2;

  /** Shortest text that overrules a declaration; a headline is shorter. */
  private static final int LEAST_CHARACTERS = 40;

  /** Minimum number of letters: a headline of four words. */
  private static final int LEAST_LETTERS = 20;

  /**
   * Minimum confidence. Gibberish has less and real sentences have more, as measured on texts of
   * our own.
   */
  private static final double LEAST_CONFIDENCE = 0.025;

  /** Factor by which a language must be likelier than the next one. */
  private static final double LEAST_RATIO = 1.15;

  /**
   * Languages of most of the world's news. A close relative that is seldom written (Asturian beside
   * Spanish) must be clearly likelier to win over one of them.
   */
  private static final Set<String> COMMON =
      Set.of(
          "eng", "spa", "fra", "deu", "por", "ita", "nld", "rus", "ukr", "pol", "swe", "dan", "nob",
          "fin", "ces", "ell", "tur", "ara", "heb", "pes", "hin", "ben", "urd", "tam", "cmn", "jpn",
          "kor", "ind", "vie", "tha", "hun", "ron", "swa");

  /**
   * Factor applied to the likelihood of {@link #COMMON} languages; it worked best on sentences of
   * our own.
   */
  private static final double COMMON_WEIGHT = 1.5;

  private static final String RESOURCE = "/langdetect-183.bin";

  private DetectorModel() {}

  /**
   * The language that the model detects in a text.
   *
   * @param code ISO 639-1 code
   * @param sure whether it may overrule what the page declares
   */
  record Detection(String code, boolean sure) {}

  static @Nullable Detection detect(String text) {
    String sample = text.length() > SAMPLE ? text.substring(0, SAMPLE) : text;
    String basic = SUPPLEMENTARY.matcher(sample).replaceAll(" ");
    if (basic.codePoints().filter(Character::isLetter).limit(LEAST_LETTERS).count()
        < LEAST_LETTERS) {
      return null;
    }
    Language[] likeliest = new LanguageDetectorME(Loaded.MODEL).predictLanguages(basic);
    String first = LanguageFinder.code(likeliest[0].getLang());
    if (likeliest[0].getConfidence() >= SURE && text.length() >= LEAST_CHARACTERS) {
      return first.isEmpty() ? null : new Detection(first, true);
    }
    return unsure(likeliest);
  }

  private static @Nullable Detection unsure(Language[] likeliest) {
    Language best = likeliest[0];
    double first = 0;
    double second = 0;
    for (Language language : likeliest) {
      double score =
          language.getConfidence() * (COMMON.contains(language.getLang()) ? COMMON_WEIGHT : 1);
      if (score > first) {
        second = first;
        first = score;
        best = language;
      } else {
        second = Math.max(second, score);
      }
    }
    String code = LanguageFinder.code(best.getLang());
    boolean likely = best.getConfidence() >= LEAST_CONFIDENCE && first >= LEAST_RATIO * second;
    return likely && !code.isEmpty() ? new Detection(code, false) : null;
  }

  private static final class Loaded {
    static final LanguageDetectorModel MODEL = load();

    private static LanguageDetectorModel load() {
      try (InputStream stream = DetectorModel.class.getResourceAsStream(RESOURCE)) {
        if (stream == null) {
          throw new IllegalStateException("no language model " + RESOURCE);
        }
        return new LanguageDetectorModel(stream);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
