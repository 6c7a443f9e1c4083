package io.keeling.app.annotate;

import io.keeling.app.failure.UserException;

/** The heap that the models of the annotator need. */
public final class ModelMemory {

  public static final long MIB = 1L << 20;

  /**
   * How much. Measured with {@code java -Xmx... -XX:+UseSerialGC} and {@code keeling doctor}: 192
   * MB, of which Java offers 186, are enough and 160 are not.
   */
  public static final long BYTES = 180 * MIB;

  private ModelMemory() {}

  /**
   * Passes if they fit this process.
   *
   * @throws UserException if they do not, as beside a role in its container
   */
  public static void require() {
    require(Runtime.getRuntime().maxMemory());
  }

  static void require(long heap) {
    if (heap < BYTES) {
      throw new UserException(
          "the models need %d MiB of heap and this command has %d. Run it in a container of its own (docker compose run --rm cli ...), or set KEELING_JAVA_OPTS=-Xmx256m."
              .formatted(BYTES / MIB, heap / MIB));
    }
  }
}
