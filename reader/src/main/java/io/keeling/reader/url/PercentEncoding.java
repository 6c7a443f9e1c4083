package io.keeling.reader.url;

import java.nio.charset.StandardCharsets;

/**
 * Normalises percent-encoding (RFC 3986, section 6.2.2): unreserved characters are never encoded,
 * characters not allowed in an address always are (as UTF-8), digits are in upper case.
 */
final class PercentEncoding {

  private static final String MAY_STAND = "-._~!$&'()*+,;=:@/?%[]";
  private static final String UNRESERVED_SIGNS = "-._~";
  private static final char[] DIGITS = "0123456789ABCDEF".toCharArray();

  private PercentEncoding() {}

  static String normal(String raw) {
    StringBuilder result = new StringBuilder(raw.length() + 16);
    for (int i = 0; i < raw.length(); ) {
      int c = raw.codePointAt(i);
      int encoded = c == '%' ? encodedByte(raw, i) : -1;
      if (encoded >= 0) {
        if (isLetterOrDigit(encoded) || UNRESERVED_SIGNS.indexOf(encoded) >= 0) {
          result.append((char) encoded);
        } else {
          append(result, encoded);
        }
        i += 3;
        continue;
      }
      if (c == '%') {
        append(result, c);
      } else if (isLetterOrDigit(c) || (c < 0x80 && MAY_STAND.indexOf(c) >= 0)) {
        result.append((char) c);
      } else {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
          append(result, b & 0xFF);
        }
      }
      i += Character.charCount(c);
    }
    return result.toString();
  }

  private static boolean isLetterOrDigit(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private static int encodedByte(String raw, int at) {
    if (at + 2 >= raw.length()) {
      return -1;
    }
    int high = hex(raw.charAt(at + 1));
    int low = hex(raw.charAt(at + 2));
    return high < 0 || low < 0 ? -1 : (high << 4) | low;
  }

  private static int hex(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }

  private static void append(StringBuilder result, int octet) {
    result.append('%').append(DIGITS[octet >> 4]).append(DIGITS[octet & 0xF]);
  }
}
