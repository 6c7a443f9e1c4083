package io.keeling.desk.collections;

import io.keeling.contract.text.PlainText;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.FailureException;

/** Reads names and notes that editors write. */
public final class CollectionText {

  /** Longest name, in characters. */
  public static final int LONGEST_NAME = 100;

  /** Longest note, in UTF-16 code units, so that a page of notes stays below 100 kB. */
  public static final int LONGEST_NOTE = 1_000;

  private CollectionText() {}

  /**
   * Returns the name as one line.
   *
   * @throws FailureException if it is empty or too long
   */
  static String name(String written) {
    String name = PlainText.line(written, LONGEST_NAME + 1);
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw Failure.of(400, "collection-name").exception();
    }
    return name;
  }

  /**
   * Returns the note as plain text without surrounding space.
   *
   * @throws FailureException if it is too long
   */
  static String note(String written) {
    // Forms send a line end as two characters.
    String note = PlainText.storable(written.replace("\r\n", "\n").replace('\r', '\n')).strip();
    if (note.length() > LONGEST_NOTE) {
      throw Failure.of(400, "collection-note").exception();
    }
    return note;
  }
}
