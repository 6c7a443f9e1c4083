package io.keeling.app.operation;

import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.topic.Topics;
import io.keeling.reader.decoding.PageDecoder;
import java.nio.charset.StandardCharsets;

/** Converts the content of dead letters to text. */
final class LetterContent {

  private LetterContent() {}

  /** Returns the HTML of a page, or the bytes of anything else as UTF-8. */
  static String of(DeadLetter letter) {
    byte[] payload = letter.payload();
    if (payload == null) {
      return "";
    }
    if (letter.origin().topic().equals(Topics.PAGES.name())) {
      // The value is the body as fetched; all other fields of a page are in the headers.
      return PageDecoder.decode(payload, letter.headers().get(HeaderNames.CONTENT_TYPE)).html();
    }
    return new String(payload, StandardCharsets.UTF_8);
  }
}
