package io.keeling.desk.accounts;

import io.keeling.desk.accounts.store.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An attempt to sign in at a provider. A cookie keeps it until the browser comes back, so the desk
 * stores nothing for abandoned attempts. Immutable; threads may share it.
 *
 * @param state proves that the same browser came back
 * @param nonce binds the provider's answer to the attempt
 * @param verifier proves to the provider that the code was issued for this attempt
 * @param next the address to go to afterwards
 */
record SignInAttempt(String state, String nonce, String verifier, String next) {

  private static final Pattern COOKIE =
      Pattern.compile(
          "([A-Za-z0-9_-]{43})\\.([A-Za-z0-9_-]{43})\\.([A-Za-z0-9_-]{43})\\.([A-Za-z0-9_-]{0,2700})");

  static SignInAttempt begin(String next) {
    return new SignInAttempt(Secrets.make(), Secrets.make(), Secrets.make(), next);
  }

  static Optional<SignInAttempt> read(String cookie) {
    Matcher matcher = COOKIE.matcher(cookie);
    return matcher.matches()
        ? Optional.of(
            new SignInAttempt(
                matcher.group(1), matcher.group(2), matcher.group(3), decoded(matcher.group(4))))
        : Optional.empty();
  }

  String cookie() {
    return String.join(
        ".", state, nonce, verifier, Secrets.encode(next.getBytes(StandardCharsets.UTF_8)));
  }

  boolean isOf(String otherState) {
    return MessageDigest.isEqual(
        state.getBytes(StandardCharsets.UTF_8), otherState.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String text) {
    try {
      return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "/";
    }
  }
}
