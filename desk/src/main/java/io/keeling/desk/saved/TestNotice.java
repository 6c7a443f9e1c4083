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
 * The result of a test, kept in a cookie until the search's page shows it. Any desk may answer the
 * request for the page. Immutable; threads may share it.
 *
 * @param place the place of the channel that was tested
 * @param key key of the message about the result
 * @param problem why the test failed, in English; empty if it succeeded
 */
record TestNotice(int place, String key, String problem) {

  private static final String NAME = "keeling-tested";

  /** Lifetime of the cookie, in seconds. */
  private static final int LASTS = 60;

  /** Sets the cookie, for the page at this address. */
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

  /** Returns the notice for the page at this address, and deletes the cookie. */
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
              notice ->
                  notice.key() != null
                      && SearchPage.TEST_KEYS.contains(notice.key())
                      && notice.problem() != null);
    } catch (IllegalArgumentException | JsonProcessingException e) {
      return Optional.empty(); // not of a desk
    }
  }

  private static void set(Context context, String page, String value, int seconds) {
    context.cookie(new Cookie(NAME, value, page, seconds, false, true, null, SameSite.LAX));
  }
}
