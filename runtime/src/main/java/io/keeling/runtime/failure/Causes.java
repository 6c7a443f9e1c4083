package io.keeling.runtime.failure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the causes of a failure. */
public final class Causes {

  /** Maximum number of causes to follow. Real chains have a few, but a chain may be a loop. */
  private static final int DEEPEST = 20;

  private Causes() {}

  /** Returns a failure and its causes, the deepest last. */
  public static List<Throwable> of(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    @Nullable Throwable cause = failure;
    while (cause != null && causes.size() < DEEPEST) {
      causes.add(cause);
      cause = cause.getCause();
    }
    return causes;
  }

  public static Throwable root(Throwable failure) {
    List<Throwable> causes = of(failure);
    return causes.get(causes.size() - 1);
  }
}
