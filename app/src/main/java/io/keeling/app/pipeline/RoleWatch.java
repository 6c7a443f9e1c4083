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

  /**
   * How often the roles are asked whether they work; one that has stopped for good is noticed
   * within this time. Chosen.
   */
  private static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);

  private RoleWatch() {}

  /**
   * Waits until the end is asked for.
   *
   * @throws UserException if a role stops for good before that; names its reasons
   */
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
