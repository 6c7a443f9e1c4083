package io.keeling.desk.feed;

import org.jdom2.Verifier;

/** Text that XML 1.0 can hold: other characters are left out. */
final class XmlText {

  private XmlText() {}

  /** The text without the characters that section 2.2 of the recommendation forbids. */
  static String of(String text) {
    StringBuilder allowed = new StringBuilder(text.length());
    text.codePoints().filter(Verifier::isXMLCharacter).forEach(allowed::appendCodePoint);
    return allowed.toString();
  }
}
