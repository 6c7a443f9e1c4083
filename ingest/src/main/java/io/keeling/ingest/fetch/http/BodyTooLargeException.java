package io.keeling.ingest.fetch.http;

import java.io.IOException;

public final class BodyTooLargeException extends IOException {

  BodyTooLargeException(String message) {
    super(message);
  }
}
