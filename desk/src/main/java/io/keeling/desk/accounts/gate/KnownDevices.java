package io.keeling.desk.accounts.gate;

import io.javalin.http.Context;
import io.keeling.desk.accounts.store.Accounts.WithPassword;
import io.keeling.desk.accounts.store.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Recognises by a cookie the browsers in which somebody has signed in before. So strangers who
 * guess passwords do not lock the owner out (OWASP, "Slow Down Online Guessing Attacks with Device
 * Cookies"). Immutable; threads may share it.
 *
 * <p>The cookie does not sign anybody in. It is signed with the password's hash, so it needs no
 * storage, all desks accept it, and a new password invalidates it.
 */
public final class KnownDevices {

  /** How long a browser is remembered after a sign-in: longer than most people are away. */
  static final Duration LASTS = Duration.ofDays(180);

  /** Value of the cookie: time of sign-in in seconds, random part, signature. */
  private static final Pattern VALUE =
      Pattern.compile("([0-9]{10})[.]([A-Za-z0-9_-]{43})[.]([A-Za-z0-9_-]{43})");

  private static final String ALGORITHM = "HmacSHA256";

  private final SessionCookie cookies;
  private final Clock clock;

  public KnownDevices(SessionCookie cookies, Clock clock) {
    this.cookies = cookies;
    this.clock = clock;
  }

  /**
   * Remembers a browser in which somebody has just entered the right password.
   *
   * @param kept the hash of the password
   */
  public void remember(Context context, String name, String kept) {
    String what = clock.instant().getEpochSecond() + "." + Secrets.make();
    cookies.keepDevice(context, what + "." + signature(name, kept, what), LASTS);
  }

  /** Whether the request has a well-formed device cookie. Needs no lookup. */
  public boolean says(Context context) {
    return cookies.device(context).filter(value -> VALUE.matcher(value).matches()).isPresent();
  }

  /** The id of the browser; empty if nobody has signed in to the account with it. */
  public Optional<String> find(Context context, WithPassword account) {
    String kept = account.kept();
    Matcher value = VALUE.matcher(cookies.device(context).orElse(""));
    if (kept == null || !value.matches()) {
      return Optional.empty();
    }
    Instant made = Instant.ofEpochSecond(Long.parseLong(value.group(1)));
    String name = account.account().name();
    String right = signature(name, kept, value.group(1) + "." + value.group(2));
    boolean known =
        made.plus(LASTS).isAfter(clock.instant())
            && MessageDigest.isEqual(
                right.getBytes(StandardCharsets.US_ASCII),
                value.group(3).getBytes(StandardCharsets.US_ASCII));
    return known ? Optional.of(value.group(2)) : Optional.empty();
  }

  private static String signature(String name, String kept, String what) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(kept.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return Secrets.encode(
          mac.doFinal(("device " + name + " " + what).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java lacks " + ALGORITHM, e);
    }
  }
}
