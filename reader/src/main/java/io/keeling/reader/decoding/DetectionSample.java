package io.keeling.reader.decoding;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Picks the bytes from which an encoding can be detected: stretches of text with bytes beyond
 * ASCII. Markup, scripts and English text reveal nothing, and there may be so much of them that a
 * detector would see little else.
 */
final class DetectionSample {

  /** Bytes given to the detector, which counts frequent letters; more do not change the result. */
  private static final int MOST_BYTES = 65_536;

  private DetectionSample() {}

  static byte[] of(byte[] bytes) {
    ByteArrayOutputStream sample = new ByteArrayOutputStream(8_192);
    int start = 0;
    boolean telling = false;
    for (int i = 0; i <= bytes.length && sample.size() < MOST_BYTES; i++) {
      boolean end = i == bytes.length || bytes[i] == '<' || bytes[i] == '>' || bytes[i] == '\n';
      if (end) {
        if (telling) {
          sample.write(bytes, start, Math.min(i - start, MOST_BYTES));
          sample.write(' ');
        }
        start = i + 1;
        telling = false;
      } else {
        telling |= bytes[i] < 0;
      }
    }
    return sample.size() > 0
        ? sample.toByteArray()
        : Arrays.copyOf(bytes, Math.min(bytes.length, MOST_BYTES));
  }
}
