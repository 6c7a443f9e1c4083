package io.keeling.sink.database;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds rows in the text format of PostgreSQL's COPY (manual, page COPY, "Text Format"): a tab
 * between columns, a newline after each row. Not thread-safe.
 */
final class CopyText {

  /**
   * Initial capacity of the buffer, in bytes: enough for a few articles. The buffer grows as
   * needed.
   */
  private static final int FIRST_CAPACITY = 1 << 16;

  private byte[] buffer = new byte[FIRST_CAPACITY];
  private int length;
  private boolean startOfRow = true;

  /** Adds a column with the value's text, or NULL if the value is null. */
  CopyText column(@Nullable Object value) {
    separate();
    if (value == null) {
      append((byte) '\\');
      append((byte) 'N');
    } else {
      escape(value.toString().getBytes(StandardCharsets.UTF_8));
    }
    return this;
  }

  /** Adds a column with a text that is already encoded as UTF-8. */
  CopyText column(byte[] utf8) {
    separate();
    escape(utf8);
    return this;
  }

  /** Adds a column of type {@code text[]}. */
  CopyText column(List<String> elements) {
    StringBuilder literal = new StringBuilder("{");
    for (String element : elements) {
      literal.append(literal.length() == 1 ? "\"" : ",\"");
      literal.append(element.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    }
    return column((Object) literal.append('}'));
  }

  CopyText endRow() {
    append((byte) '\n');
    startOfRow = true;
    return this;
  }

  /** Returns the buffer, of which only the first {@link #length()} bytes are used. */
  byte[] bytes() {
    return buffer;
  }

  int length() {
    return length;
  }

  /** Empties the buffer and keeps its memory. */
  void clear() {
    length = 0;
  }

  private void separate() {
    if (!startOfRow) {
      append((byte) '\t');
    }
    startOfRow = false;
  }

  private void escape(byte[] utf8) {
    ensure(2 * utf8.length);
    for (byte b : utf8) {
      switch (b) {
        case '\\' -> escaped('\\');
        case '\n' -> escaped('n');
        case '\r' -> escaped('r');
        case '\t' -> escaped('t');
        default -> buffer[length++] = b;
      }
    }
  }

  private void escaped(char letter) {
    buffer[length++] = '\\';
    buffer[length++] = (byte) letter;
  }

  private void append(byte b) {
    ensure(1);
    buffer[length++] = b;
  }

  private void ensure(int more) {
    if (buffer.length - length < more) {
      buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + more));
    }
  }
}
