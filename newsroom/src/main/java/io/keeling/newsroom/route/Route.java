package io.keeling.newsroom.route;

import java.io.IOException;

/** What answers at one path of one host. Threads may share it. */
@FunctionalInterface
public interface Route {

  /**
   * Answers.
   *
   * @throws IOException if the client has gone
   * @throws InterruptedException if the server is being stopped
   */
  void answer(Visit visit) throws IOException, InterruptedException;
}
