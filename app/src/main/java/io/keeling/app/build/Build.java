package io.keeling.app.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The build that this program is. */
public final class Build {

  private static final String TOLD = "/io/keeling/app/version.txt";

  private static final String UNKNOWN = "unknown";

  /**
   * A commit, of which twelve digits are shown: what Git's own tools need to tell commits apart.
   * Chosen.
   */
  private static final Pattern COMMIT = Pattern.compile("^([0-9a-f]{12})[0-9a-f]*");

  private Build() {}

  /** The version of the build, such as {@code 0.1.0}; "unknown" where it has none. */
  public static String version() {
    return told("keeling");
  }

  /**
   * The commit that was built, such as {@code 0a1b2c3d4e5f}, or {@code 0a1b2c3d4e5f-dirty} with
   * changes that are in none; "unknown" where it was built without Git.
   */
  public static String commit() {
    return COMMIT.matcher(told("commit")).replaceFirst("$1");
  }

  /** When that was committed, as ISO 8601; "unknown" where it was built without Git. */
  public static String committed() {
    return told("committed");
  }

  /** One line for people. */
  public static String line() {
    String line = "keeling " + version();
    if (!commit().equals(UNKNOWN)) {
      line += ", commit " + commit();
    }
    return committed().equals(UNKNOWN) ? line : line + " of " + committed();
  }

  private static String told(String what) {
    try (InputStream text = Build.class.getResourceAsStream(TOLD)) {
      if (text == null) {
        return UNKNOWN;
      }
      String start = what + " ";
      return new String(text.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith(start) && line.indexOf(' ', start.length()) < 0)
          .map(line -> line.substring(start.length()))
          .filter(value -> !value.isBlank())
          .findFirst()
          .orElse(UNKNOWN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
