package io.keeling.app.extract;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One page to extract.
 *
 * @param label the value of {@code file} in the output line; null for a URL and standard input
 * @param path the file, may be gzipped; null for a URL and standard input
 * @param url the page's address, if it is known
 * @param charset from the server's {@code Content-Type}, if that is known
 * @param refusal why the file is not read; null if it is read
 */
public record Input(
    @Nullable String label,
    @Nullable Path path,
    @Nullable String url,
    @Nullable String charset,
    @Nullable String refusal) {

  /** The page on standard input, may be gzipped. */
  static final Input STANDARD_INPUT = new Input(null, null, null, null, null);

  String name() {
    if (label != null) {
      return label;
    }
    return url == null ? "standard input" : url;
  }
}
