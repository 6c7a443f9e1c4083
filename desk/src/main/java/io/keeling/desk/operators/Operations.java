package io.keeling.desk.operators;

import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.source.Source;
import java.util.List;
import java.util.Optional;

/**
 * Operations on the rest of Keeling, for operators. Whoever starts the desk implements them, since
 * the desk knows neither ingest nor its topics. Threads may share it.
 *
 * <p>Methods throw {@link org.apache.kafka.common.KafkaException} if Kafka does not answer or
 * refuses, and {@link OperationException} if the operation is not possible.
 */
public interface Operations {

  /** Operations of a desk without the rest of Keeling; all of them fail. */
  Operations NONE = new NoOperations();

  /** The watched sources, the worst condition first. */
  List<WatchedSource> sources();

  /** Finds what can be watched at an address; takes up to a minute. */
  Preview preview(String address);

  /** Adds a source; fails if its id exists. */
  void add(Source source);

  /** Removes a source; false if there is no such source. */
  boolean remove(String id);

  /** Pauses or resumes a source; false if there is no such source. */
  boolean pause(String id, boolean paused);

  /**
   * Lists dead letters.
   *
   * @param kind the stage and reason of the letters to list; empty for all
   */
  DeadLetterList letters(Optional<DeadLetterKind> kind);

  /** A dead letter; empty if there is none at that place any more. */
  Optional<DeadLetter> letter(DeadLetterId id);

  /** A letter's content as text, such as the source of a page; empty if it has none. */
  String content(DeadLetter letter);

  /** Sends a letter back to its stage, to be processed again. */
  void replay(DeadLetter letter);

  /** The backlog of each stage, and the imports in progress. */
  Work work();
}
