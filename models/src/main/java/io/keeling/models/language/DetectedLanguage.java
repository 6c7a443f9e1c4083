package io.keeling.models.language;

/**
 * The language a text seems to be in. Immutable and safe to share between threads.
 *
 * @param code ISO 639-1, {@value #UNDETERMINED} where it cannot be told or has no such code
 * @param confidence from 0 to 1: as the model gives it, 1 where the script tells, 0 where nothing
 *     does
 */
public record DetectedLanguage(String code, double confidence) {

  /** The code for a text whose language cannot be told (ISO 639-2). */
  public static final String UNDETERMINED = "und";

  /** Whether a language was told. */
  public boolean determined() {
    return !code.equals(UNDETERMINED);
  }
}
