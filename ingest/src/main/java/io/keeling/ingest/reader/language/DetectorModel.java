package io.keeling.ingest.reader.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;

/**
 * Apache OpenNLP's language detector with the project's published model for 183 languages, loaded
 * on first use. Threads may share it.
 */
final class DetectorModel {

  /** More text costs more and tells no more. */
  private static final int SAMPLE = 1_000;

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
    Language language = new LanguageDetectorME(Loaded.MODEL).predictLanguage(sample);
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
