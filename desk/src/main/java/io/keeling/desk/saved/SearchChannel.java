package io.keeling.desk.saved;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A channel of a saved search. Immutable; threads may share it.
 *
 * @param place the channel's position in the search, from 1
 * @param alert what is sent where
 * @param secret the key that signs webhook messages; null for other channels
 * @param offAt when the channel was switched off; null while it is on
 * @param offByHand whether somebody switched it off; false if it was switched off because its
 *     receiver is gone
 */
public record SearchChannel(
    int place, Alert alert, @Nullable String secret, @Nullable Instant offAt, boolean offByHand) {

  /** Keeps target and secret out of logs. */
  @Override
  public String toString() {
    return "SearchChannel[" + place + " " + alert + "]";
  }
}
