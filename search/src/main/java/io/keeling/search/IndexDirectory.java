package io.keeling.search;

import java.io.IOException;

/** Where indexes are kept. For one thread. */
public interface IndexDirectory {

  /**
   * Opens what there is.
   *
   * @param anew why the index has to be rebuilt, for a person; empty where what there is will do
   * @throws IOException if nothing can be opened nor begun, as where another process has it
   */
  Opened open(String anew) throws IOException;

  /** Whether a failure means that the index is damaged and has to be rebuilt. */
  boolean isDamage(Throwable failure);

  /** An index to write to, and perhaps an older one that answers until it has caught up. */
  interface Opened extends AutoCloseable {

    WritableIndex index();

    /**
     * Whether the index is a view of a topic; one that has read nothing becomes it.
     *
     * @param topicId the topic's id, which differs for one that was deleted and made again
     */
    boolean follows(String topicId);

    /** The index that answers now: the new one, or the older one. */
    SearchIndex answering();

    /** Why the index is being rebuilt; empty if it is complete. */
    String reason();

    /** Marks the index complete: it answers from now on, and an older one is dropped. */
    void caughtUp() throws IOException;

    /** Closes both; what was not committed will be applied again. */
    @Override
    void close() throws IOException;
  }
}
