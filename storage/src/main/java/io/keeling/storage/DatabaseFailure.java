package io.keeling.storage;

/**
 * Why the database did not do what it was asked for.
 *
 * @param kind what happened
 * @param message one line for a person, without content of articles and without secrets
 */
public record DatabaseFailure(Kind kind, String message) {

  /** What can be done about a failure. */
  public enum Remedy {
    /** It will pass: try again, for as long as it takes. */
    WAIT,
    /** The data is to blame, which would be refused for ever: go on without it. */
    LEAVE_OUT,
    /** An operator has to mend something: stop and say so. */
    MEND
  }

  /** What happened. */
  public enum Kind {
    /** The server cannot be reached, or is full, starting or stopping. */
    AWAY(Remedy.WAIT),
    /** The statement took too long, or somebody cancelled it. */
    CANCELLED(Remedy.WAIT),
    /** A text holds a character that PostgreSQL has no room for, such as NUL. */
    CHARACTER(Remedy.LEAVE_OUT),
    /** A value does not fit, violates a constraint, or is larger than the server allows. */
    DATA(Remedy.LEAVE_OUT),
    /** The server's certificate is not trusted, or the server offers no TLS. */
    TLS(Remedy.MEND),
    /** The server refuses the user or the password, or has no such database. */
    LOGIN(Remedy.MEND),
    /** The user lacks a right. */
    RIGHT(Remedy.MEND),
    /** A table or a function is not there. */
    SCHEMA(Remedy.MEND),
    /** The server has no such feature or setting, or its tables are not those of this release. */
    UNFIT(Remedy.MEND),
    /** Anything else, such as a conflict between two transactions. Waiting for it loses nothing. */
    OTHER(Remedy.WAIT);

    private final Remedy remedy;

    Kind(Remedy remedy) {
      this.remedy = remedy;
    }
  }

  /** What can be done about it. */
  public Remedy remedy() {
    return kind.remedy;
  }
}
