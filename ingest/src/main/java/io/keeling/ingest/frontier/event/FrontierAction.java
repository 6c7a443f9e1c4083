package io.keeling.ingest.frontier.event;

import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.fetch.FetchRequest;
import org.jspecify.annotations.Nullable;

/** What the frontier decides to do. */
public sealed interface FrontierAction {

  record Ask(FetchRequest request, String trace, @Nullable String traceParent)
      implements FrontierAction {}

  record GiveUp(DeadLetter letter) implements FrontierAction {}
}
