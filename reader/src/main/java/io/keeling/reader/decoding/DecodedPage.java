package io.keeling.reader.decoding;

import java.util.Map;

/**
 * A page as characters.
 *
 * @param html the markup
 * @param charset the encoding it was read in
 * @param rule what decided the encoding, such as {@code http-header}
 * @param claims the encodings that header and markup name, by rule; may lack the deciding rule
 */
public record DecodedPage(String html, String charset, String rule, Map<String, String> claims) {

  public DecodedPage {
    claims = Map.copyOf(claims);
  }

  DecodedPage(String html, String charset, String rule) {
    this(html, charset, rule, Map.of());
  }
}
