package io.keeling.desk.web;

import io.javalin.http.Context;
import io.javalin.http.ExceptionHandler;
import io.javalin.http.HttpResponseException;

/** Answers requests that have no route: a wrong address or method. Threads may share it. */
public final class RefusalHandler implements ExceptionHandler<HttpResponseException> {

  /** The key under which the server lists the methods of an address. */
  private static final String METHODS = "availableMethods";

  private static final String READING = "GET, HEAD";

  private final Answers answers;

  public RefusalHandler(Answers answers) {
    this.answers = answers;
  }

  @Override
  public void handle(HttpResponseException refusal, Context context) {
    String allowed = refusal.getDetails().getOrDefault(METHODS, READING);
    boolean changes = allowed.contains("POST") || allowed.contains("DELETE");
    if (refusal.getStatus() == 405) {
      context.header("Allow", changes ? allowed : READING);
    }
    answers.fail(context, failure(refusal.getStatus(), changes));
  }

  private static Failure failure(int status, boolean changes) {
    return switch (status) {
      case 404 -> Failure.of(404, "address-unknown");
      case 405 -> Failure.of(405, changes ? "method-other" : "method");
      default -> Failure.of(status, "refused");
    };
  }
}
