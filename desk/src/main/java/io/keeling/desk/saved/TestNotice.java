package io.keeling.desk.saved;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import io.keeling.contract.serde.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The result of a test on its way to the search's page, by a cookie, as any desk may answer.
 * Immutable; threads may share it.
 *
 * @param place of the channel that was tested
 * @param key the message that says what came of it
 * @param problem why it failed, in English; empty where it did not
 */
record TestNotice(int place, String key, String problem) {

  private static final String NAME = "keeling-tested";

  /** Seconds until the page must have been asked for. Chosen. */
  private static final int LASTS = 60;

  /** Sends it to the page at an address. */
  void send(Context context, String page) {
    try {
      set(
          context,
          page,
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(Json.MAPPER.writeValueAsBytes(this)),
          LASTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a notice cannot be written as JSON", e);
    }
  }

  /** The notice for the page at an address, which has it once. */
  static Optional<TestNotice> take(Context context, String page) {
    String value = context.cookie(NAME);
    if (value == null || value.isEmpty()) {
      return Optional.empty();
    }
    set(context, page, "", 0);
    try {
      String json = new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
      return Optional.ofNullable(Json.MAPPER.readValue(json, TestNotice.class))
          .filter(
              notice -> SearchPage.TEST_KEYS.contains(notice.key()) && notice.problem() != null);
    } catch (IllegalArgumentException | JsonProcessingException e) {
      return Optional.empty(); // not of a desk
    }
  }

  private static void set(Context context, String page, String value, int seconds) {
    context.cookie(new Cookie(NAME, value, page, seconds, false, true, null, SameSite.LAX));
  }
}
