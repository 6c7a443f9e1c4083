package io.keeling.runtime.streams;

import java.util.Map;
import org.apache.kafka.common.Configurable;

/** What handlers that make dead letters have in common. Streams makes one for each thread. */
abstract class DeadLetterHandler implements Configurable {

  /** Writes the letters; set before the first record. */
  protected StreamsDeadLetters letters;

  @Override
  public void configure(Map<String, ?> configuration) {
    letters = StreamsDeadLetters.of(configuration);
  }
}
