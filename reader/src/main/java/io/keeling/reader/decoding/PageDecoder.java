package io.keeling.reader.decoding;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns a page's bytes into characters, whatever encoding it claims. A byte order mark decides;
 * else the bytes themselves if they are UTF-8; else header and markup, if the bytes do not
 * contradict them; else detection. Text that was damaged before it was written is repaired where
 * that is certain. Never throws.
 */
public final class PageDecoder {

  /** Below this ICU confidence (0 to 100) the web's default, windows-1252, is the better guess. */
  private static final int LEAST_CONFIDENCE = 25;

  private static final Charset WEB_DEFAULT = Charset.forName("windows-1252");

  private static final String HEADER = "http-header";
  private static final String MARKUP = "meta-charset";

  private PageDecoder() {}

  public static DecodedPage decode(byte[] bytes, @Nullable String contentType) {
    Charset header = DeclaredCharset.inHeader(contentType);
    Charset markup = DeclaredCharset.inMarkup(bytes);
    DecodedPage page = asWritten(bytes, header, markup);
    String repaired = Mojibake.repaired(page.html());
    Map<String, String> claims = new HashMap<>();
    if (header != null) {
      claims.put(HEADER, header.name());
    }
    if (markup != null) {
      claims.put(MARKUP, markup.name());
    }
    return new DecodedPage(
        repaired,
        page.charset(),
        repaired.equals(page.html()) ? page.rule() : "mojibake-repaired",
        claims);
  }

  private static DecodedPage asWritten(
      byte[] bytes, @Nullable Charset header, @Nullable Charset markup) {
    DecodedPage marked = byByteOrderMark(bytes);
    if (marked != null) {
      return marked;
    }
    Charset wide = Utf16Check.of(bytes);
    if (wide != null) {
      return page(bytes, 0, wide, "utf-16-bytes");
    }
    Utf8Check utf8 = Utf8Check.of(bytes);
    if (utf8.plausible() || (utf8.ascii() && !sevenBit(header) && !sevenBit(markup))) {
      return page(bytes, 0, StandardCharsets.UTF_8, "utf-8-bytes");
    }
    DecodedPage declared = strictly(bytes, header, HEADER);
    if (declared == null) {
      declared = strictly(bytes, markup, MARKUP);
    }
    return declared != null ? declared : detected(bytes);
  }

  private static @Nullable DecodedPage byByteOrderMark(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return page(bytes, 3, StandardCharsets.UTF_8, "byte-order-mark");
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return page(bytes, 2, StandardCharsets.UTF_16BE, "byte-order-mark");
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return page(bytes, 2, StandardCharsets.UTF_16LE, "byte-order-mark");
    }
    return null;
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether an encoding writes every script in ASCII bytes with escapes, as ISO-2022-JP does. */
  private static boolean sevenBit(@Nullable Charset charset) {
    return charset != null && charset.name().startsWith("ISO-2022");
  }

  private static @Nullable DecodedPage strictly(
      byte[] bytes, @Nullable Charset charset, String rule) {
    if (charset == null
        || charset.equals(StandardCharsets.UTF_8)
        || charset.name().startsWith("UTF-")) {
      return null;
    }
    try {
      CharBuffer characters =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPLACE)
              .decode(ByteBuffer.wrap(bytes));
      return new DecodedPage(characters.toString(), charset.name(), rule);
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static DecodedPage detected(byte[] bytes) {
    CharsetDetector detector = new CharsetDetector();
    detector.setText(DetectionSample.of(bytes));
    CharsetMatch match = detector.detect();
    Charset charset = WEB_DEFAULT;
    if (match != null
        && match.getConfidence() >= LEAST_CONFIDENCE
        && Charset.isSupported(match.getName())) {
      charset = Charset.forName(match.getName());
    }
    if (charset.equals(StandardCharsets.ISO_8859_1)) {
      charset = WEB_DEFAULT;
    }
    return page(bytes, 0, charset, "detected");
  }

  private static DecodedPage page(byte[] bytes, int offset, Charset charset, String rule) {
    return new DecodedPage(
        new String(bytes, offset, bytes.length - offset, charset), charset.name(), rule);
  }
}
