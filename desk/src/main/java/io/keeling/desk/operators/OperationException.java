package io.keeling.desk.operators;

/** An operation is not possible; the message is one line that says why. */
public final class OperationException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * @param problem one line, in English
   */
  public OperationException(String problem) {
    super(problem);
  }
}
