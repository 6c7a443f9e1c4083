package io.keeling.bench.reader;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader made of a page.
 *
 * @param text the body, or null where it found none
 * @param title the headline, or null
 * @param authors the authors; empty where the reader does not look for any
 * @param published the day or moment of publication, or null
 * @param error why there is nothing, or null
 */
record Prediction(
    @Nullable String text,
    @Nullable String title,
    List<String> authors,
    @Nullable String published,
    @Nullable String error) {

  static Prediction failed(String error) {
    return new Prediction(null, null, List.of(), null, error);
  }
}
