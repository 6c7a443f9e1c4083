package io.keeling.app.pipeline;

import io.keeling.app.failure.UserException;
import io.keeling.app.role.RunningRole;
import java.time.Duration;
import java.util.List;

/**
 * Keeps a process up for as long as its roles work. Container engines start a process that ends
 * again, but not one that only says that it is ill.
 */
public final class RoleWatch {

  /** How often roles are checked: a supervisor's restart takes longer. */
  private static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);

  private RoleWatch() {}

  /** Waits for the end; fails with the reasons if a role stops for good before. */
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
