package io.keeling.desk.saved;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of the ways by which the followers of a search are told.
 *
 * @param place among those of the search, from 1
 * @param alert who is told
 * @param secret what a webhook is signed with, none of other channels
 * @param offAt since when nothing is sent, as its receiver is gone; none where it is on
 */
public record SearchChannel(
    int place, Alert alert, @Nullable String secret, @Nullable Instant offAt) {

  /** Keeps target and secret out of logs. */
  @Override
  public String toString() {
    return "SearchChannel[" + place + " " + alert + "]";
  }
}
