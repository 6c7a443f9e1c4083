package io.keeling.ingest.frontier.event;

import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.fetch.FetchRequest;
import org.jspecify.annotations.Nullable;

/** What the frontier wants done. */
public sealed interface FrontierAction {

  /** A page is to be fetched. */
  record Ask(FetchRequest request, String trace, @Nullable String traceParent)
      implements FrontierAction {}

  /** A page is given up. */
  record GiveUp(DeadLetter letter) implements FrontierAction {}
}
