package io.keeling.desk.saved;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A channel of a saved search. Immutable; threads may share it.
 *
 * @param place its position in the search, from 1
 * @param alert what is sent where
 * @param secret the key that signs a webhook, none of other channels
 * @param offAt when it was switched off, none where it is on
 * @param offByHand whether somebody did that, not the answer of a receiver that is gone
 */
public record SearchChannel(
    int place, Alert alert, @Nullable String secret, @Nullable Instant offAt, boolean offByHand) {

  /** Keeps target and secret out of logs. */
  @Override
  public String toString() {
    return "SearchChannel[" + place + " " + alert + "]";
  }
}
