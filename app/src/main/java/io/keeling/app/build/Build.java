package io.keeling.app.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The build that this program is. Stateless; threads may share it. */
public final class Build {

  private static final String VERSION = "/io/keeling/app/version.txt";

  private Build() {}

  /** The version of the build, such as {@code 0.1.0}; "unknown" where it has none. */
  public static String version() {
    try (InputStream version = Build.class.getResourceAsStream(VERSION)) {
      return version == null
          ? "unknown"
          : new String(version.readAllBytes(), StandardCharsets.UTF_8)
              .replaceFirst("^keeling ", "")
              .strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
