package io.keeling.app.pipeline;

import io.keeling.app.failure.UserException;
import io.keeling.app.role.RunningRole;
import java.time.Duration;
import java.util.List;

/**
 * Keeps a process running while its roles work, and ends it otherwise. Container engines restart a
 * process that ends, but not one that only reports that it is unhealthy.
 */
public final class RoleWatch {

  /** How often roles are checked: a restart takes longer. */
  private static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);

  private RoleWatch() {}

  /** Waits for the end; throws {@link UserException} if a role stops for good before. */
  public static void await(List<RunningRole> roles, UntilInterrupted end)
      throws InterruptedException {
    while (!end.await(CHECK_INTERVAL)) {
      for (RunningRole role : roles) {
        if (!role.alive().getAsBoolean()) {
          throw new UserException(
              role.name()
                  + " has stopped and needs a restart: "
                  + String.join("; ", role.problems().get()));
        }
      }
    }
  }
}
