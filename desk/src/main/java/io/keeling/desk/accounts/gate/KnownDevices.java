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
 * Knows browsers again with which somebody signed in, by a cookie, so that others who guess the
 * password of an account do not keep its owner out (OWASP, "Slow Down Online Guessing Attacks with
 * Device Cookies"). Immutable and safe to share between threads.
 *
 * <p>The cookie lets nobody in. It is signed with what is kept of the password, so nothing is
 * stored for it, all desks know it, and with another password it is good for nothing.
 */
public final class KnownDevices {

  /** How long a browser is known after somebody signed in. Chosen: a long leave. */
  static final Duration LASTS = Duration.ofDays(180);

  /** When it was made, in seconds; something at random; the signature. */
  private static final Pattern VALUE =
      Pattern.compile("([0-9]{10})[.]([A-Za-z0-9_-]{43})[.]([A-Za-z0-9_-]{43})");

  private static final String ALGORITHM = "HmacSHA256";

  private final SessionCookie cookies;
  private final Clock clock;

  public KnownDevices(SessionCookie cookies, Clock clock) {
    this.cookies = cookies;
    this.clock = clock;
  }

  /** Has a browser be known, with which somebody has just proven to have the password. */
  public void remember(Context context, String name, String kept) {
    String what = clock.instant().getEpochSecond() + "." + Secrets.make();
    cookies.keepDevice(context, what + "." + signature(name, kept, what), LASTS);
  }

  /** Whether a browser may be one that is known: else nothing has to be looked up. */
  public boolean says(Context context) {
    return cookies.device(context).filter(value -> VALUE.matcher(value).matches()).isPresent();
  }

  /**
   * The browser of a request, by something that tells it from others; nothing where nobody signed
   * in to the account with it.
   */
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
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
