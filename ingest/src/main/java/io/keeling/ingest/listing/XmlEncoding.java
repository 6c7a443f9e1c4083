package io.keeling.ingest.listing;

import io.keeling.reader.decoding.DeclaredCharset;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the encoding of an XML document by its first bytes (XML 1.0, appendix F.1) or by its
 * declaration.
 */
final class XmlEncoding {

  /** Number of bytes searched for the declaration, which starts a document. */
  private static final int DECLARATION = 256;

  private static final Pattern NAME =
      Pattern.compile("<\\?xml[^>]{0,200}?encoding\\s{0,9}=\\s{0,9}[\"']?([\\w:.-]{1,40})");

  /** The characters of a declaration are the same in all EBCDIC code pages, so any will do. */
  private static final Charset EBCDIC = Charset.forName("IBM037");

  private XmlEncoding() {}

  /** Returns the encoding that the first bytes reveal; null if it may be any superset of ASCII. */
  static @Nullable Charset of(byte[] bytes) {
    if (startsWith(bytes, 0, 0, 0xFE, 0xFF) || startsWith(bytes, 0, 0, 0, '<')) {
      return Charset.forName("UTF-32BE");
    }
    if (startsWith(bytes, 0xFF, 0xFE, 0, 0) || startsWith(bytes, '<', 0, 0, 0)) {
      return Charset.forName("UTF-32LE");
    }
    if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0, '<')) {
      return StandardCharsets.UTF_16BE;
    }
    if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, '<', 0)) {
      return StandardCharsets.UTF_16LE;
    }
    if (startsWith(bytes, 0x4C, 0x6F, 0xA7, 0x94)) { // "<?xm"
      Charset declared = declared(bytes, EBCDIC);
      return declared == null ? EBCDIC : declared;
    }
    return null;
  }

  /** Returns the encoding that a declaration in ASCII names; null if missing or unknown. */
  static @Nullable Charset declared(byte[] bytes) {
    return declared(bytes, StandardCharsets.ISO_8859_1);
  }

  private static @Nullable Charset declared(byte[] bytes, Charset alphabet) {
    Matcher name =
        NAME.matcher(new String(bytes, 0, Math.min(DECLARATION, bytes.length), alphabet));
    return name.find() ? DeclaredCharset.named(name.group(1)) : null;
  }

  private static boolean startsWith(byte[] bytes, int... beginning) {
    for (int i = 0; i < beginning.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != beginning[i]) {
        return false;
      }
    }
    return true;
  }
}
