package io.keeling.storage;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Finds JSON that PostgreSQL's type {@code jsonb} refuses although Jackson reads it: a NUL
 * character, half a surrogate pair, or bytes that are not UTF-8 (PostgreSQL manual, section 8.14).
 *
 * <p>The sink does not change articles, so a record with such JSON becomes a dead letter. The
 * database would refuse it too, but then the batch would have to be halved repeatedly to find the
 * record.
 */
public final class StorableJson {

  private static final int HEX_DIGITS = 4;

  private StorableJson() {}

  /**
   * The problem; empty if PostgreSQL can store the JSON.
   *
   * @param json valid JSON
   */
  public static Optional<String> problem(byte[] json) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json));
    } catch (CharacterCodingException e) {
      return Optional.of("the value is not UTF-8");
    }
    boolean high = false;
    for (int i = 0; i < json.length; i++) {
      int unit = -1;
      if (json[i] == '\\') {
        i++;
        if (i + HEX_DIGITS < json.length && json[i] == 'u') {
          unit = hex(json, i + 1);
          i += HEX_DIGITS;
        }
      }
      if (unit == 0) {
        return Optional.of("a NUL character, which PostgreSQL cannot store");
      }
      boolean low = unit >= Character.MIN_LOW_SURROGATE && unit <= Character.MAX_LOW_SURROGATE;
      if (high != low) {
        return Optional.of("half a surrogate pair, which PostgreSQL cannot store");
      }
      high = unit >= Character.MIN_HIGH_SURROGATE && unit <= Character.MAX_HIGH_SURROGATE;
    }
    return Optional.empty();
  }

  private static int hex(byte[] json, int start) {
    int value = 0;
    for (int i = start; i < start + HEX_DIGITS; i++) {
      value = value << 4 | Character.digit(json[i], 16);
    }
    return value;
  }
}
