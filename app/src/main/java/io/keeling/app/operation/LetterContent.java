package io.keeling.app.operation;

import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.topic.Topics;
import io.keeling.reader.decoding.PageDecoder;
import java.nio.charset.StandardCharsets;

/** Makes text of what dead letters hold. */
final class LetterContent {

  private LetterContent() {}

  /** Of a page its source, of anything else the bytes as UTF-8. */
  static String of(DeadLetter letter) {
    byte[] payload = letter.payload();
    if (payload == null) {
      return "";
    }
    if (letter.origin().topic().equals(Topics.PAGES.name())) {
      // The value is the body as it came; all else of a page is in the headers.
      return PageDecoder.decode(payload, letter.headers().get(HeaderNames.CONTENT_TYPE)).html();
    }
    return new String(payload, StandardCharsets.UTF_8);
  }
}
