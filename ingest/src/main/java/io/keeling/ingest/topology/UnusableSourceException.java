package io.keeling.ingest.topology;

/** A source's address is neither http nor https; its record becomes a dead letter. */
final class UnusableSourceException extends RuntimeException {

  UnusableSourceException(String id) {
    super("source " + id + " has no http or https address");
  }
}
