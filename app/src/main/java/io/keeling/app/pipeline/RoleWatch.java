package io.keeling.app.pipeline;

import io.keeling.app.UserException;
import io.keeling.app.role.RunningRole;
import java.time.Duration;

/**
 * Keeps a process up for as long as its role works. Container engines start a process that ends
 * again, but not one that only says that it is ill. Stateless; threads may share it.
 */
public final class RoleWatch {

  /** A role that has stopped for good is noticed within this time. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  private RoleWatch() {}

  /**
   * Waits until the end is asked for.
   *
   * @throws UserException if the role stops for good before that; names its reasons
   */
  public static void await(RunningRole role, UntilInterrupted end) throws InterruptedException {
    while (!end.await(LOOK)) {
      if (!role.alive().getAsBoolean()) {
        throw new UserException(
            role.name()
                + " has stopped and needs a restart: "
                + String.join("; ", role.problems().get()));
      }
    }
  }
}
