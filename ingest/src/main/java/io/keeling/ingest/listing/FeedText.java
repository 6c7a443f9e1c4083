package io.keeling.ingest.listing;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a feed's bytes: by its byte order mark, else as UTF-8 if it is valid UTF-8, whatever
 * anyone says, else as its XML declaration or the server says, else as windows-1252. Stateless.
 */
final class FeedText {

  private static final Pattern DECLARED =
      Pattern.compile("^[^>]{0,200}encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");
  private static final Pattern SERVED =
      Pattern.compile("(?i)charset\\s*=\\s*[\"']?([A-Za-z0-9._:-]{1,40})");

  private FeedText() {}

  static String decode(byte[] body, @Nullable String contentType) {
    String text = decoded(body, contentType);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static String decoded(byte[] body, @Nullable String contentType) {
    if (startsWith(body, 0xFE, 0xFF) || startsWith(body, 0xFF, 0xFE)) {
      return new String(body, StandardCharsets.UTF_16);
    }
    Optional<String> utf8 = utf8(body);
    if (utf8.isPresent()) {
      return utf8.get();
    }
    String start = new String(body, 0, Math.min(body.length, 256), StandardCharsets.ISO_8859_1);
    return charset(DECLARED.matcher(start))
        .or(() -> contentType == null ? Optional.empty() : charset(SERVED.matcher(contentType)))
        // Not valid as UTF-8, so a UTF-8 label cannot be the whole truth: keep what is readable.
        .map(charset -> new String(body, charset))
        .orElseGet(() -> new String(body, Charset.forName("windows-1252")));
  }

  private static boolean startsWith(byte[] body, int first, int second) {
    return body.length >= 2 && (body[0] & 0xFF) == first && (body[1] & 0xFF) == second;
  }

  private static Optional<String> utf8(byte[] body) {
    try {
      CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
      return Optional.of(text.toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static Optional<Charset> charset(Matcher name) {
    if (!name.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Charset.forName(name.group(1)));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }
}
