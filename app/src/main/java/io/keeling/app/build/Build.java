package io.keeling.app.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.regex.Pattern;

/** The build of this program. */
public final class Build {

  private static final String FILE = "/io/keeling/app/version.txt";

  private static final String UNKNOWN = "unknown";

  /**
   * A commit hash. Only the first twelve digits are shown, which is the most that Git's own tools
   * show.
   */
  private static final Pattern COMMIT = Pattern.compile("^([0-9a-f]{12})[0-9a-f]*");

  private static final Properties FACTS = read();

  private Build() {}

  /** Returns the version of the build, such as {@code 0.1.0}, or "unknown". */
  public static String version() {
    return fact("keeling");
  }

  /**
   * The commit such as {@code 0a1b2c3d4e5f}, with {@code -dirty} if there were uncommitted changes;
   * {@code sources-0a1b2c3d4e5f}, a digest of the sources, where it was built without Git; or
   * "unknown".
   */
  public static String commit() {
    return COMMIT.matcher(fact("commit")).replaceFirst("$1");
  }

  /** Returns the time of the commit in ISO 8601; "unknown" if built without Git. */
  public static String committed() {
    return fact("committed");
  }

  public static String line() {
    String line = "keeling " + version();
    if (!commit().equals(UNKNOWN)) {
      line += ", commit " + commit();
    }
    return committed().equals(UNKNOWN) ? line : line + " of " + committed();
  }

  private static String fact(String key) {
    String value = FACTS.getProperty(key, "");
    return value.isBlank() || value.contains(" ") ? UNKNOWN : value;
  }

  private static Properties read() {
    Properties facts = new Properties();
    try (InputStream text = Build.class.getResourceAsStream(FILE)) {
      if (text != null) {
        facts.load(text);
      }
      return facts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
