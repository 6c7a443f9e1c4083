package io.keeling.ingest.listing;

import io.keeling.reader.decoding.DeclaredCharset;
import io.keeling.reader.decoding.DecodedPage;
import io.keeling.reader.decoding.PageDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the bytes of an XML listing. An encoding that the first bytes reveal has priority. Next
 * come the {@code Content-Type} header and the XML declaration, each only if the bytes are valid in
 * the encoding that it names.
 */
public final class FeedText {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /**
   * The encoding that Latin-1 and ASCII mean on the web. Servers often claim it without knowing, so
   * the XML declaration has priority over such a header.
   */
  private static final Charset CLAIMED_BY_DEFAULT = Charset.forName("windows-1252");

  private FeedText() {}

  /** Returns the decoded text. Never throws. */
  public static String of(byte[] bytes, @Nullable String contentType) {
    Charset shown = XmlEncoding.of(bytes);
    if (shown != null) {
      String text = new String(bytes, shown);
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
    DecodedPage page = PageDecoder.decode(bytes, contentType);
    if (page.charset().equals(StandardCharsets.UTF_8.name())) {
      return page.html();
    }
    Charset header = DeclaredCharset.inHeader(contentType);
    Charset declaration = XmlEncoding.declared(bytes);
    boolean thoughtless = CLAIMED_BY_DEFAULT.equals(header);
    return Stream.of(thoughtless ? declaration : header, thoughtless ? header : declaration)
        .flatMap(charset -> Stream.ofNullable(strictly(bytes, charset)))
        .findFirst()
        .orElse(page.html());
  }

  /** Returns the text in an encoding; null if the bytes are not valid in it. */
  private static @Nullable String strictly(byte[] bytes, @Nullable Charset charset) {
    if (charset == null || charset.name().startsWith("UTF-")) {
      return null;
    }
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPLACE)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
