package io.keeling.desk.collection.store;

import io.keeling.contract.text.PlainText;
import java.util.Optional;

/** Reads what somebody writes into a collection. */
public final class CollectionText {

  /** Longest name, in characters. */
  public static final int LONGEST_NAME = 100;

  /** Longest note, in UTF-16 code units: with as many, a page of them stays below 100 kB. */
  public static final int LONGEST_NOTE = 1_000;

  private CollectionText() {}

  /** A name on one line; nothing where it is empty or too long. */
  public static Optional<String> name(String written) {
    String name = PlainText.line(written, LONGEST_NAME + 1);
    return name.isEmpty() || name.length() > LONGEST_NAME ? Optional.empty() : Optional.of(name);
  }

  /** A note as plain text without space around it; nothing where it is too long. */
  public static Optional<String> note(String written) {
    // Forms send the end of a line as two characters.
    String note = PlainText.storable(written.replace("\r\n", "\n").replace('\r', '\n')).strip();
    return note.length() > LONGEST_NOTE ? Optional.empty() : Optional.of(note);
  }
}
