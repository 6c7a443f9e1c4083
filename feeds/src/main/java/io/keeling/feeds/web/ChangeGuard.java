package io.keeling.feeds.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;

/** Says who may change what the desk keeps. Threads may share it. */
@FunctionalInterface
public interface ChangeGuard {

  /** Why a request may change nothing; nothing where it may. */
  Optional<Failure> refusal(Context context);

  /** The handler, for whom changes are allowed. */
  default Handler before(Handler handler, Answers answers) {
    return context -> {
      Optional<Failure> refusal = refusal(context);
      if (refusal.isPresent()) {
        answers.fail(context, refusal.get());
      } else {
        handler.handle(context);
      }
    };
  }
}
