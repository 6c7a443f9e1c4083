package io.keeling.feeds.web;

import io.javalin.http.Context;
import io.javalin.http.ExceptionHandler;
import io.javalin.http.HttpResponseException;

/** Answers a request that no action takes: a wrong address or method. Threads may share it. */
public final class RefusalHandler implements ExceptionHandler<HttpResponseException> {

  private final Answers answers;

  public RefusalHandler(Answers answers) {
    this.answers = answers;
  }

  @Override
  public void handle(HttpResponseException refusal, Context context) {
    if (refusal.getStatus() == 405) {
      context.header("Allow", "GET, HEAD");
    }
    answers.fail(context, failure(refusal.getStatus()));
  }

  private static Failure failure(int status) {
    return switch (status) {
      case 404 -> Failure.of(404, "address-unknown");
      case 405 -> Failure.of(405, "method");
      default -> Failure.of(status, "refused");
    };
  }
}
