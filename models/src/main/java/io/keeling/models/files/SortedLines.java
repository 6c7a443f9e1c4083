package io.keeling.models.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The lines of a text in the order of their bytes, unsigned and with their line feeds, looked up by
 * how they begin. They are kept as they are, where a map of a hundred thousand lines takes several
 * times the memory and a tenth of a second to make; to look one up takes some two microseconds.
 * Immutable; threads may share it.
 */
public final class SortedLines {

  private final byte[] text;

  private SortedLines(byte[] text) {
    if (text.length > 0 && text[text.length - 1] != '\n') {
      throw new IllegalArgumentException("the last line has no line feed");
    }
    this.text = text;
  }

  /**
   * Lines that are sorted already.
   *
   * @param text in UTF-8, with a line feed behind each line; not to be changed afterwards
   * @throws IllegalArgumentException if the last line has none
   */
  public static SortedLines of(byte[] text) {
    return new SortedLines(text);
  }

  /** Lines that may have to be sorted; otherwise as {@link #of}. */
  public static SortedLines sorting(byte[] text) {
    SortedLines lines = new SortedLines(text);
    return lines.areSorted() ? lines : new SortedLines(lines.sorted());
  }

  private boolean areSorted() {
    int before = 0;
    for (int at = 0; at < text.length; at = next(at)) {
      if (Arrays.compareUnsigned(text, before, at, text, at, next(at)) > 0) {
        return false;
      }
      before = at;
    }
    return true;
  }

  private byte[] sorted() {
    List<byte[]> lines = new ArrayList<>();
    for (int at = 0; at < text.length; at = next(at)) {
      lines.add(Arrays.copyOfRange(text, at, next(at)));
    }
    lines.sort(Arrays::compareUnsigned);
    ByteArrayOutputStream sorted = new ByteArrayOutputStream(text.length);
    lines.forEach(sorted::writeBytes);
    return sorted.toByteArray();
  }

  /**
   * The lines that begin so, in order.
   *
   * @param beginning without a line feed
   */
  public List<String> beginningWith(String beginning) {
    byte[] wanted = beginning.getBytes(StandardCharsets.UTF_8);
    List<String> found = new ArrayList<>(1);
    for (int at = first(wanted); at < text.length && compare(at, wanted) == 0; at = next(at)) {
      found.add(line(at));
    }
    return found;
  }

  /** All lines, in order. */
  public List<String> all() {
    List<String> lines = new ArrayList<>();
    for (int at = 0; at < text.length; at = next(at)) {
      lines.add(line(at));
    }
    return lines;
  }

  public void write(OutputStream out) throws IOException {
    out.write(text);
  }

  /** The start of the first line that is not less than the wanted beginning. */
  private int first(byte[] wanted) {
    int low = 0;
    int high = text.length;
    while (low < high) {
      int middle = start((low + high) >>> 1);
      if (compare(middle, wanted) < 0) {
        low = next(middle);
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int compare(int start, byte[] wanted) {
    int end = Math.min(text.length, start + wanted.length);
    return Arrays.compareUnsigned(text, start, end, wanted, 0, wanted.length);
  }

  private String line(int start) {
    return new String(text, start, next(start) - 1 - start, StandardCharsets.UTF_8);
  }

  /** The start of the line that a byte is in. */
  private int start(int within) {
    int at = within;
    while (at > 0 && text[at - 1] != '\n') {
      at--;
    }
    return at;
  }

  /** The start of the line behind one. */
  private int next(int from) {
    int at = from;
    while (text[at] != '\n') {
      at++;
    }
    return at + 1;
  }
}
