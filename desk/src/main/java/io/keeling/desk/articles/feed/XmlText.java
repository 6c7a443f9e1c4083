package io.keeling.desk.articles.feed;

import org.jdom2.Verifier;

/** Removes characters that XML 1.0 does not allow. */
public final class XmlText {

  private XmlText() {}

  /** The text without the characters that XML 1.0, section 2.2, forbids. */
  public static String of(String text) {
    StringBuilder allowed = new StringBuilder(text.length());
    text.codePoints().filter(Verifier::isXMLCharacter).forEach(allowed::appendCodePoint);
    return allowed.toString();
  }
}
