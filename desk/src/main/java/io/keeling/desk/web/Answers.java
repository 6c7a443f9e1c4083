package io.keeling.desk.web;

import io.javalin.http.Context;

/** Sends failures in the caller's language, as JSON or as a page. Threads may share it. */
public final class Answers {

  private static final String RETRY_SECONDS = "5";

  /** Sends an error page. The status has already been set. */
  @FunctionalInterface
  public interface Page {
    void show(Context context, Failure failure);
  }

  private final Page page;

  public Answers(Page page) {
    this.page = page;
  }

  public void fail(Context context, Failure failure) {
    context.status(failure.status());
    if (failure.status() == 503) {
      context.header("Retry-After", RETRY_SECONDS);
    }
    context.header("Cache-Control", "no-store");
    if (forPrograms(context.path())) {
      JsonAnswer.send(context, failure.body());
    } else {
      page.show(context, failure);
    }
  }

  private static boolean forPrograms(String path) {
    return path.equals("/api") || path.startsWith("/api/") || path.endsWith(".json");
  }
}
