package io.keeling.desk.operators;

import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.source.Source;
import java.util.List;
import java.util.Optional;

/**
 * The rest of Keeling as operators see and change it from the desk: carried out by whoever starts
 * the desk, for the desk knows neither ingest nor its topics. Threads may share it.
 *
 * <p>What it is asked throws {@link org.apache.kafka.common.KafkaException} where Kafka does not
 * answer or refuses, and {@link OperationException} where what is wanted cannot be.
 */
public interface Operations {

  /** Those of a desk that stands alone, of which nothing can be asked. */
  Operations NONE = new NoOperations();

  /** What is watched, the worst first. */
  List<Watched> sources();

  /** What there is to watch at an address; takes up to a minute. */
  Preview preview(String address);

  /** Adds a source; not where there is one of its id. */
  void add(Source source);

  /** Takes a source out, and says whether there was one. */
  boolean remove(String id);

  /** Pauses a source or goes on with it, and says whether there is one. */
  boolean pause(String id, boolean paused);

  /**
   * The dead letters.
   *
   * @param kind stage and reason whose newest letters are wanted; nothing for those of all
   */
  DeadLetterList letters(Optional<DeadLetterKind> kind);

  /** A dead letter; nothing where there is none at that place, or no more. */
  Optional<DeadLetter> letter(LetterId id);

  /**
   * What a letter holds, as text: of a page its source as it came; empty where it holds nothing.
   */
  String content(DeadLetter letter);

  /** Sends a letter where it came from, to be processed again. */
  void replay(DeadLetter letter);

  /** How much waits before each step, and the imports that are not at their end. */
  Work work();
}
