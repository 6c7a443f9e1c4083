package io.keeling.search;

import java.io.IOException;

/** The place where indexes are kept. For one thread. */
public interface IndexDirectory {

  /**
   * Opens the index, or begins a new one.
   *
   * @param anew why the index has to be rebuilt, for a person; empty if it need not be
   * @throws IOException if no index can be opened or begun, for example because another process
   *     holds it
   */
  Opened open(String anew) throws IOException;

  /** Whether a failure means that the index is damaged and has to be rebuilt. */
  boolean isDamage(Throwable failure);

  /** An index to write to, and perhaps an older one that answers until the first has caught up. */
  interface Opened extends AutoCloseable {

    WritableIndex index();

    /**
     * Whether the index is a view of this topic. If the index has read nothing yet, it becomes a
     * view of it.
     *
     * @param topicId the topic's id, which changes if the topic is deleted and created again
     */
    boolean follows(String topicId);

    /** The index that answers at present: the new one, or the older one. */
    SearchIndex answering();

    /** Why the index is being rebuilt; empty if it is complete. */
    String reason();

    /** Marks the index complete: it answers from now on, and an older one is deleted. */
    void caughtUp() throws IOException;

    /** Closes both indexes; changes that were not committed will be applied again. */
    @Override
    void close() throws IOException;
  }
}
