package io.keeling.reader.decoding;

/**
 * Tells markup from other content that is served as markup: images, archives, documents, plain data
 * (a small part of the WHATWG MIME Sniffing Standard).
 */
public final class ContentSniffer {

  private static final int SAMPLE = 4_096;

  /** Maximum share of control bytes. Text should have none, but may have a stray one. */
  private static final double MOST_CONTROLS = 0.02;

  private ContentSniffer() {}

  /** Whether the bytes can be markup. */
  public static boolean isMarkup(byte[] bytes) {
    if (isUtf16(bytes)) {
      return true;
    }
    int length = Math.min(bytes.length, SAMPLE);
    int controls = 0;
    for (int i = 0; i < length; i++) {
      int b = bytes[i] & 0xFF;
      boolean control = b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != 0x0C && b != 0x1B;
      controls += control ? 1 : 0;
    }
    return controls <= MOST_CONTROLS * length && !startsWith(bytes, "%PDF") && hasTag(bytes);
  }

  private static boolean isUtf16(byte[] bytes) {
    boolean marked =
        bytes.length > 2
            && (((bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF)
                || ((bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE));
    return marked || Utf16Check.of(bytes) != null;
  }

  private static boolean hasTag(byte[] bytes) {
    for (int i = 0; i + 1 < bytes.length; i++) {
      if (bytes[i] == '<') {
        int next = bytes[i + 1] | 0x20;
        if ((next >= 'a' && next <= 'z') || bytes[i + 1] == '!' || bytes[i + 1] == '?') {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean startsWith(byte[] bytes, String magic) {
    if (bytes.length < magic.length()) {
      return false;
    }
    for (int i = 0; i < magic.length(); i++) {
      if (bytes[i] != magic.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
