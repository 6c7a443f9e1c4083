package io.keeling.desk.feed;

/** Text that XML 1.0 can hold: other characters are left out. */
final class XmlText {

  private XmlText() {}

  /** The text without the characters that section 2.2 of the recommendation forbids. */
  static String of(String text) {
    StringBuilder allowed = new StringBuilder(text.length());
    text.codePoints().filter(XmlText::isAllowed).forEach(allowed::appendCodePoint);
    return allowed.toString();
  }

  private static boolean isAllowed(int c) {
    return c == 0x9
        || c == 0xA
        || c == 0xD
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
