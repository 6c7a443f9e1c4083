package io.keeling.app.annotate;

import io.keeling.app.failure.UserException;

/** The heap that the models of the annotator need. */
public final class ModelMemory {

  public static final long MIB = 1L << 20;

  /**
   * Heap of the models. Measured with {@code -XX:+UseSerialGC} and {@code keeling doctor}: -Xmx192m
   * (186 MB) is enough, -Xmx160m is not.
   */
  public static final long BYTES = 180 * MIB;

  private ModelMemory() {}

  /**
   * Refuses to continue if the models do not fit into this process, as in the container of a role.
   */
  public static void require() {
    require(Runtime.getRuntime().maxMemory());
  }

  static void require(long heap) {
    if (heap < BYTES) {
      throw new UserException(
          "the models need %d MiB of heap and this command has %d. Run it in a separate container (docker compose run --rm cli ...), or set KEELING_JAVA_OPTS=-Xmx256m."
              .formatted(BYTES / MIB, heap / MIB));
    }
  }
}
