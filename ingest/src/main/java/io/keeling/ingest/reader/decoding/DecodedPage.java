package io.keeling.ingest.reader.decoding;

/**
 * A page as characters. Immutable.
 *
 * @param html the markup
 * @param charset the encoding it was read in
 * @param rule what decided the encoding, such as {@code http-header}
 */
public record DecodedPage(String html, String charset, String rule) {}
