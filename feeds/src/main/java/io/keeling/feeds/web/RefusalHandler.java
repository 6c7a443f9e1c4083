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
      case 404 ->
          Failure.notFound(
              "There is no page at this address. The list of articles has everything.");
      case 405 ->
          new Failure(405, "Only for reading", "This address answers only GET and HEAD.", null);
      default -> new Failure(status, "Not like this", "This request cannot be answered.", null);
    };
  }
}
