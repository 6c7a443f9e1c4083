package io.keeling.feeds.web;

import io.javalin.http.Context;
import io.javalin.http.ExceptionHandler;
import io.keeling.feeds.search.IndexAwayException;
import java.io.IOException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns exceptions into answers. Threads may share it.
 *
 * <p>Where half an answer is on its way already, the connection is cut: nobody shall take half an
 * export for a whole one.
 */
public final class FailureHandler implements ExceptionHandler<Exception> {

  private static final Logger LOG = LoggerFactory.getLogger(FailureHandler.class);

  private static final Failure BROKEN =
      new Failure(
          500,
          "Something broke",
          "That is our mistake, and it is in the log. Trying again may help.",
          null);

  private final Answers answers;

  public FailureHandler(Answers answers) {
    this.answers = answers;
  }

  @Override
  public void handle(Exception thrown, Context context) {
    Failure failure =
        thrown instanceof IndexAwayException
            ? Failure.away("The search index opens in a moment. Try again.")
            : DatabaseFailures.of(thrown).orElse(BROKEN);
    boolean committed = context.res().isCommitted();
    if (committed && thrown instanceof IOException) {
      LOG.debug("a reader left before the end of {}", context.endpoint().path);
    } else if (failure.equals(BROKEN)) {
      LOG.error("no answer to {}", context.endpoint().path, thrown);
    } else {
      LOG.debug("no answer to {}: {}", context.endpoint().path, failure.title());
    }
    if (committed) {
      cut(context);
    } else {
      context.res().resetBuffer();
      answers.fail(context, failure);
    }
  }

  private static void cut(Context context) {
    ServletContextRequest.getServletContextRequest(context.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }
}
