package io.keeling.desk.accounts.gate;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import io.keeling.desk.accounts.store.Secrets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The cookies of sessions, of forms sent before signing in, and of known browsers. Immutable;
 * threads may share it.
 *
 * <p>Scripts cannot read these cookies, and forms of other sites do not send them (SameSite). If
 * readers use TLS, the cookies are only sent over TLS, and no other host of the domain can set them
 * (prefix {@code __Host-}, RFC 6265bis, section 4.1.3.2).
 */
public final class SessionCookie {

  /** Shape of a secret made by {@link Secrets}; anything else is not looked up. */
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

  /** Lifetime of a cookie that lasts until the browser is closed. */
  private static final int UNTIL_CLOSED = -1;

  private final boolean encrypted;
  private final String session;
  private final String form;
  private final String device;

  /**
   * @param encrypted whether readers use TLS
   */
  public SessionCookie(boolean encrypted) {
    this.encrypted = encrypted;
    String prefix = encrypted ? "__Host-" : "";
    this.session = prefix + "keeling-session";
    this.form = prefix + "keeling-form";
    this.device = prefix + "keeling-device";
  }

  /** The session secret in a request, if it is well-formed. */
  public Optional<String> session(Context context) {
    return secret(context, session);
  }

  /** The form secret of a browser without a session. */
  Optional<String> form(Context context) {
    return secret(context, form);
  }

  public void keep(Context context, String secret, Duration lasts) {
    set(context, session, secret, Math.toIntExact(lasts.toSeconds()));
  }

  public void forget(Context context) {
    set(context, session, "", 0);
  }

  /** The device cookie of a known browser. */
  Optional<String> device(Context context) {
    return Optional.ofNullable(context.cookie(device));
  }

  void keepDevice(Context context, String value, Duration lasts) {
    set(context, device, value, Math.toIntExact(lasts.toSeconds()));
  }

  void keepForm(Context context, String secret) {
    set(context, form, secret, UNTIL_CLOSED);
  }

  private static Optional<String> secret(Context context, String name) {
    return Optional.ofNullable(context.cookie(name)).filter(v -> SECRET.matcher(v).matches());
  }

  private void set(Context context, String name, String value, int seconds) {
    context.cookie(new Cookie(name, value, "/", seconds, encrypted, true, null, SameSite.LAX));
  }
}
