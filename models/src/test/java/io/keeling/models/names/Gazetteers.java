package io.keeling.models.names;

import io.keeling.models.names.features.Gazetteer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Small gazetteers for tests. */
final class Gazetteers {

  private Gazetteers() {}

  /**
   * A gazetteer.
   *
   * @param lines a name, a tab and its labels in each, as the file has them
   */
  static Gazetteer of(String lines) {
    try {
      return Gazetteer.read(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
