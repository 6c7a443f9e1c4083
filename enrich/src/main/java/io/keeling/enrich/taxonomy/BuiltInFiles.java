package io.keeling.enrich.taxonomy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The files of the built-in taxonomy: {@code taxonomy.yaml} with the topics and their English
 * terms, and one file for each other language.
 */
final class BuiltInFiles {

  /** The languages that have a file of their own, ISO 639-1. */
  static final List<String> LANGUAGES = List.of("de", "es", "fr", "it", "nl", "pt");

  private static final byte[] SEPARATOR = "---\n".getBytes(StandardCharsets.UTF_8);

  private BuiltInFiles() {}

  /** All files joined into one, in which each file is a YAML document. */
  static byte[] joined() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(content("/io/keeling/enrich/taxonomy.yaml"));
    for (String language : LANGUAGES) {
      out.writeBytes(SEPARATOR);
      out.writeBytes(content("/io/keeling/enrich/taxonomy/" + language + ".yaml"));
    }
    return out.toByteArray();
  }

  private static byte[] content(String resource) {
    try (InputStream in = BuiltInFiles.class.getResourceAsStream(resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
