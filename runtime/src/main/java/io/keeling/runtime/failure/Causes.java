package io.keeling.runtime.failure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks the causes of a failure. */
public final class Causes {

  /** Most causes that are followed: chains are a handful long, and one may be a loop. */
  private static final int DEEPEST = 20;

  private Causes() {}

  /** A failure and its causes, the deepest last. */
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
