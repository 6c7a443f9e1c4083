package io.keeling.reader.decoding;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Counts how well bytes read as UTF-8 (RFC 3629). Text in another encoding almost never does by
 * accident, so the bytes are better evidence than any declaration.
 *
 * @param sequences well-formed sequences of two to four bytes
 * @param broken bytes that belong to no well-formed sequence
 */
record Utf8Check(int sequences, int broken) {

  /**
   * Minimum number of well-formed sequences for each broken byte in a UTF-8 page. A truncated
   * teaser may leave a broken byte.
   */
  private static final int SEQUENCES_PER_STRAY_BYTE = 50;

  /** Reads eight bytes at once: most of a page is ASCII, which needs no further check. */
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long NOT_ASCII = 0x8080808080808080L;

  static Utf8Check of(byte[] bytes) {
    int sequences = 0;
    int broken = 0;
    int i = 0;
    while (i < bytes.length) {
      if (i + Long.BYTES <= bytes.length && ((long) EIGHT.get(bytes, i) & NOT_ASCII) == 0) {
        i += Long.BYTES;
        continue;
      }
      int lead = bytes[i] & 0xFF;
      if (lead < 0x80) {
        i++;
        continue;
      }
      int length = lead >= 0xF0 && lead <= 0xF4 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
      if (lead > 0xF4 || length == 0 || !continues(bytes, i, length)) {
        if (i + length <= bytes.length) {
          broken++;
        }
        i++;
      } else {
        sequences++;
        i += length;
      }
    }
    return new Utf8Check(sequences, broken);
  }

  private static boolean continues(byte[] bytes, int start, int length) {
    if (start + length > bytes.length) {
      return false;
    }
    for (int i = start + 1; i < start + length; i++) {
      if ((bytes[i] & 0xC0) != 0x80) {
        return false;
      }
    }
    return true;
  }

  boolean ascii() {
    return sequences == 0 && broken == 0;
  }

  boolean plausible() {
    return sequences > 0 && broken * (long) SEQUENCES_PER_STRAY_BYTE <= sequences;
  }
}
