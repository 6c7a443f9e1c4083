package io.keeling.reader.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;

/**
 * Apache OpenNLP's language detector with the project's published model for 183 languages, loaded
 * on first use. Threads may share it.
 */
final class DetectorModel {

  /**
   * More text costs more and tells no more. The model's own patterns are run over this much only:
   * on runs of marks their time grows faster than the text, to some 30 ms here.
   */
  private static final int SAMPLE = 1_000;

  /**
   * Characters beyond the Basic Multilingual Plane tell the model nothing. It takes most of them
   * out itself, and a run of one that it leaves (U+10FC01 and above) makes its back references read
   * beyond the end of the text.
   */
  private static final Pattern SUPPLEMENTARY = Pattern.compile("[\\x{10000}-\\x{10FFFF}]");

  private static final double SURE = 0.2;
  private static final int LEAST_CHARACTERS = 40;
  private static final String RESOURCE = "/langdetect-183.bin";

  private DetectorModel() {}

  /** The language of a text if the model is sure, else null. */
  static @Nullable String detect(String text) {
    if (text.length() < LEAST_CHARACTERS) {
      return null;
    }
    String sample = text.length() > SAMPLE ? text.substring(0, SAMPLE) : text;
    String basic = SUPPLEMENTARY.matcher(sample).replaceAll(" ");
    Language language = new LanguageDetectorME(Loaded.MODEL).predictLanguage(basic);
    String code = LanguageFinder.code(language.getLang());
    return language.getConfidence() >= SURE && !code.isEmpty() ? code : null;
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
