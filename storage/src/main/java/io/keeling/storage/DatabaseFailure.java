package io.keeling.storage;

/**
 * Why the database failed.
 *
 * @param message one line for people, without content of articles and without secrets
 */
public record DatabaseFailure(Kind kind, String message) {

  public enum Remedy {
    /** It will pass: retry for as long as it takes. */
    WAIT,
    /** The data is at fault and will always be refused: leave it out. */
    LEAVE_OUT,
    /** An operator has to act: stop and report it. */
    MEND
  }

  public enum Kind {
    /** The server cannot be reached, or is full, starting or stopping. */
    AWAY(Remedy.WAIT),
    /** The statement took too long, or somebody cancelled it. */
    CANCELLED(Remedy.WAIT),
    /** A text has a character that PostgreSQL cannot store, such as NUL. */
    CHARACTER(Remedy.LEAVE_OUT),
    /** A value does not fit, violates a constraint, or is larger than the server allows. */
    DATA(Remedy.LEAVE_OUT),
    /** The server's certificate is not trusted, or the server offers no TLS. */
    TLS(Remedy.MEND),
    /** The server refuses the user or the password, or has no such database. */
    LOGIN(Remedy.MEND),
    /** The user lacks a privilege. */
    RIGHT(Remedy.MEND),
    /** A table or a function is missing. */
    SCHEMA(Remedy.MEND),
    /** The server lacks a feature or setting, or its tables are not those of this release. */
    UNFIT(Remedy.MEND),
    /** Anything else, such as a conflict between two transactions; waiting loses nothing. */
    OTHER(Remedy.WAIT);

    private final Remedy remedy;

    Kind(Remedy remedy) {
      this.remedy = remedy;
    }
  }

  public Remedy remedy() {
    return kind.remedy;
  }
}
