package io.keeling.reader.decoding;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Recognises UTF-16 without a byte order mark: markup begins with ASCII characters, and in UTF-16
 * every other byte of those is zero.
 */
final class Utf16Check {

  /** Bytes read: no other content has zeros in just these places for so long. */
  private static final int SAMPLE = 32;

  private Utf16Check() {}

  static @Nullable Charset of(byte[] bytes) {
    if (bytes.length < SAMPLE) {
      return null;
    }
    boolean big = true;
    boolean little = true;
    for (int i = 0; i < SAMPLE; i += 2) {
      big &= bytes[i] == 0 && bytes[i + 1] > 0;
      little &= bytes[i] > 0 && bytes[i + 1] == 0;
    }
    return big ? StandardCharsets.UTF_16BE : little ? StandardCharsets.UTF_16LE : null;
  }
}
