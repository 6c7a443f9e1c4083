package io.keeling.ingest.listing;

import com.rometools.rome.io.XmlReader;
import io.keeling.ingest.reader.decoding.PageDecoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of an XML listing into characters. The rules of RFC 7303 as ROME applies them,
 * except where the bytes themselves prove the declaration wrong. Stateless.
 */
public final class FeedText {

  private static final char REPLACEMENT = '\uFFFD';

  private FeedText() {}

  /** The characters, whatever the bytes; never throws. */
  public static String of(byte[] bytes, @Nullable String contentType) {
    var decoded = PageDecoder.decode(bytes, contentType);
    if (decoded.rule().equals("utf-8-bytes") && !hasZero(bytes)) {
      return decoded.html();
    }
    // Without a type XmlReader takes a byte order mark away and does not heed it.
    String type = contentType == null ? "application/xml" : contentType;
    try (XmlReader reader = new XmlReader(new ByteArrayInputStream(bytes), type, true, "UTF-8")) {
      StringWriter text = new StringWriter(bytes.length);
      reader.transferTo(text);
      String declared = text.toString();
      return declared.indexOf(REPLACEMENT) >= 0 ? decoded.html() : declared;
    } catch (IOException | RuntimeException e) {
      // XmlReader throws IllegalArgumentException for names of encodings that Java does not know.
      return decoded.html();
    }
  }

  /** UTF-16 without a byte order mark is full of zeros; only XmlReader recognises it. */
  private static boolean hasZero(byte[] bytes) {
    for (int i = 0; i < Math.min(4, bytes.length); i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }
}
