package io.keeling.ingest.fetch.http;

import java.io.IOException;

/** A body has more bytes than the limit. */
public final class BodyTooLargeException extends IOException {

  BodyTooLargeException(String message) {
    super(message);
  }
}
