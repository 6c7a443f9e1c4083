package io.keeling.desk.operators;

/** What an operator wants cannot be, for a reason that one line says. */
public final class OperationException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * @param problem one line, in English
   */
  public OperationException(String problem) {
    super(problem);
  }
}
