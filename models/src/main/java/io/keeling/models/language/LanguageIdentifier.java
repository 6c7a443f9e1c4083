package io.keeling.models.language;

import io.keeling.models.files.ModelFile;
import io.keeling.models.files.WeightsSerializer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.regex.Pattern;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.util.model.ArtifactSerializer;

/**
 * Tells which language a text is in, by OpenNLP's model of 103 languages.
 *
 * <p><b>Not thread-safe: one for each thread.</b> The model (10 MB) is loaded once, on first use,
 * and shared.
 */
public final class LanguageIdentifier {

  /** Fewer letters than this (a headline of four words) tell too little. */
  static final int MIN_LETTERS = 20;

  /**
   * UTF-16 code units that are looked at of each the beginning, the middle and the end of a text.
   * The time grows with their number; on 1,103 real pages the first 3,000 gave the same answers.
   */
  static final int STRETCH = 400;

  /** As many are looked at first, and no more where the answer is clear. */
  private static final int GLANCE = 120;

  /** At first glance a language is clear that is this many times as likely as the next. */
  private static final double CLEAR_RATIO = 4;

  /** The model spreads itself over 103 languages: gibberish stays under this, a sentence above. */
  private static final double MIN_CONFIDENCE = 0.025;

  /** A guess must be this many times as likely as the next language. */
  private static final double MIN_RATIO = 1.15;

  /**
   * Languages that most of the world's news is written in. A close relative that is seldom written
   * (Asturian beside Spanish) must be clearly ahead to win over one of them.
   */
  private static final Set<String> COMMON =
      Set.of(
          "eng", "spa", "fra", "deu", "por", "ita", "nld", "rus", "ukr", "pol", "swe", "dan", "nob",
          "fin", "ces", "ell", "tur", "ara", "heb", "pes", "hin", "ben", "urd", "tam", "cmn", "jpn",
          "kor", "ind", "vie", "tha", "hun", "ron", "swa");

  private static final double COMMON_WEIGHT = 1.5;

  /**
   * Characters beyond the Basic Multilingual Plane tell the model nothing. It takes most of them
   * out itself, and a run of one that it leaves (U+10FC01 and above) makes its back references read
   * beyond the end of the text.
   */
  private static final Pattern SUPPLEMENTARY = Pattern.compile("[\\x{10000}-\\x{10FFFF}]");

  private final LanguageDetectorME detector = new LanguageDetectorME(Shared.MODEL);

  /** The language of a text; undetermined where it is short or in doubt. */
  public DetectedLanguage identify(String text) {
    if (text.length() > 3 * STRETCH) {
      DetectedLanguage clear = identify(sample(text, GLANCE), CLEAR_RATIO);
      if (clear.determined()) {
        return clear;
      }
    }
    return identify(sample(text, STRETCH), MIN_RATIO);
  }

  private DetectedLanguage identify(String part, double ratio) {
    if (part.codePoints().filter(Character::isLetter).limit(MIN_LETTERS).count() < MIN_LETTERS) {
      return new DetectedLanguage(DetectedLanguage.UNDETERMINED, 0);
    }
    DetectedLanguage eastAsian = EastAsianScript.languageOf(part);
    if (eastAsian != null) {
      double others = 1 - eastAsian.confidence();
      return eastAsian.confidence() >= ratio * others
          ? new DetectedLanguage(eastAsian.code(), 1)
          : new DetectedLanguage(DetectedLanguage.UNDETERMINED, 0);
    }
    Language best = null;
    double first = 0;
    double second = 0;
    for (Language guess : detector.predictLanguages(SUPPLEMENTARY.matcher(part).replaceAll(" "))) {
      double weight = COMMON.contains(guess.getLang()) ? COMMON_WEIGHT : 1;
      double score = guess.getConfidence() * weight;
      if (score > first) {
        second = first;
        first = score;
        best = guess;
      } else {
        second = Math.max(second, score);
      }
    }
    return best != null && best.getConfidence() >= MIN_CONFIDENCE && first >= ratio * second
        ? new DetectedLanguage(Codes.twoLetter(best.getLang()), Math.min(1, best.getConfidence()))
        : new DetectedLanguage(DetectedLanguage.UNDETERMINED, 0);
  }

  private static String sample(String text, int stretch) {
    if (text.length() <= 3 * stretch) {
      return text;
    }
    int middle = (text.length() - stretch) / 2;
    return String.join(
        " ",
        text.substring(0, stretch),
        text.substring(middle, middle + stretch),
        text.substring(text.length() - stretch));
  }

  /** Loads on first use, once. */
  private static final class Shared {

    static final LanguageDetectorModel MODEL = load();

    private static LanguageDetectorModel load() {
      try (InputStream in = ModelFile.inMemory(LanguageIdentifier.class, "/langdetect-183.bin")) {
        return new LanguageDetectorModel(in) {
          @Override
          protected void createArtifactSerializers(Map<String, ArtifactSerializer<?>> serializers) {
            super.createArtifactSerializers(serializers);
            WeightsSerializer.register(serializers);
          }
        };
      } catch (IOException e) {
        throw new UncheckedIOException("cannot load langdetect-183.bin", e);
      }
    }
  }

  /** From the model's ISO 639-3 codes to ISO 639-1. */
  private static final class Codes {

    private static final Map<String, String> TWO_LETTER = new HashMap<>();

    static {
      for (String two : Locale.getISOLanguages()) {
        try {
          TWO_LETTER.putIfAbsent(new Locale(two).getISO3Language(), two);
        } catch (MissingResourceException e) {
          // A code without a three-letter form is none the model can give.
          continue;
        }
      }
      // The model names the spoken language where ISO 639-1 names its group.
      TWO_LETTER.put("cmn", "zh");
      TWO_LETTER.put("ekk", "et");
      TWO_LETTER.put("lvs", "lv");
      TWO_LETTER.put("pes", "fa");
      TWO_LETTER.put("plt", "mg");
      TWO_LETTER.put("pnb", "pa");
      TWO_LETTER.put("heb", "he");
      TWO_LETTER.put("ind", "id");
      TWO_LETTER.put("nob", "no");
      TWO_LETTER.put("msa", "ms");
    }

    static String twoLetter(String threeLetter) {
      return TWO_LETTER.getOrDefault(threeLetter, DetectedLanguage.UNDETERMINED);
    }
  }
}
