package io.keeling.desk.web;

import io.javalin.http.Context;
import io.javalin.http.ExceptionHandler;
import io.keeling.search.IndexAwayException;
import io.keeling.search.budget.SearchRefusedException;
import io.keeling.search.budget.SearchRefusedException.Reason;
import io.keeling.storage.SqlFailures;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns exceptions into answers. Threads may share it.
 *
 * <p>If part of an answer was already sent, the connection is closed, so that nobody mistakes half
 * an export for a whole one.
 */
public final class FailureHandler implements ExceptionHandler<Exception> {

  private static final Logger LOG = LoggerFactory.getLogger(FailureHandler.class);

  private static final Failure BROKEN = Failure.of(500, "broken");
  private static final Failure SPENT = Failure.of(422, "search-spent");
  private static final Failure AWAY = Failure.of(503, "away");
  private static final Failure TOO_LONG = Failure.of(503, "too-long");
  private static final Failure SCHEMA_MISSING = Failure.of(503, "schema-missing");

  /** The request has a NUL character, which PostgreSQL refuses; no id or name has one. */
  private static final Failure NO_CHARACTER = Failure.of(400, "no-character");

  private static final Failure BUSY = Failure.of(503, "search-busy");

  private final Answers answers;

  private final Supplier<OptionalInt> rebuilding;

  /**
   * @param rebuilding how much of the search index is built, in percent; empty if it is complete
   */
  public FailureHandler(Answers answers, Supplier<OptionalInt> rebuilding) {
    this.answers = answers;
    this.rebuilding = rebuilding;
  }

  @Override
  public void handle(Exception thrown, Context context) {
    Failure failure = failure(thrown);
    boolean committed = context.res().isCommitted();
    if (committed && thrown instanceof IOException) {
      LOG.debug("a reader left before the end of {}", context.endpoint().path);
    } else if (failure.equals(BROKEN)) {
      LOG.error("failed to answer {}", context.endpoint().path, thrown);
    } else {
      LOG.debug("failed to answer {}: {}", context.endpoint().path, failure.key());
    }
    if (committed) {
      cut(context);
    } else {
      context.res().resetBuffer();
      answers.fail(context, failure);
    }
  }

  private Failure failure(Exception thrown) {
    if (thrown instanceof IndexAwayException) {
      return indexAway();
    }
    if (thrown instanceof SearchRefusedException refused) {
      return refused.reason() == Reason.SPENT ? SPENT : BUSY;
    }
    return switch (SqlFailures.of(thrown).kind()) {
      case AWAY, LOGIN, TLS -> AWAY;
      case CANCELLED -> TOO_LONG;
      case CHARACTER -> NO_CHARACTER;
      case SCHEMA -> SCHEMA_MISSING;
      case DATA, RIGHT, UNFIT, OTHER -> BROKEN;
    };
  }

  private Failure indexAway() {
    OptionalInt percent = rebuilding.get();
    return percent.isPresent()
        ? Failure.rebuilding(percent.getAsInt())
        : Failure.of(503, "index-away");
  }

  private static void cut(Context context) {
    ServletContextRequest.getServletContextRequest(context.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }
}
