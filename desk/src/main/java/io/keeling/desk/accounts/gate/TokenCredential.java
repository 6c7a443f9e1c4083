package io.keeling.desk.accounts.gate;

import io.javalin.http.Context;
import io.keeling.desk.access.Identity;
import io.keeling.desk.access.Identity.Manner;
import io.keeling.desk.access.Role;
import io.keeling.desk.accounts.store.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * An API token in the header {@code Authorization}: as {@code Bearer} (RFC 6750), or as the
 * password of {@code Basic} (RFC 7617) with any name. The latter is for feed readers that support
 * only passwords. Passwords of accounts are never accepted. Threads may share it.
 *
 * <p>With an invalid token the caller is nobody, whatever cookie the request has.
 */
public final class TokenCredential implements Credential {

  private static final Identity WRONG = new Identity(null, Role.ANYBODY, Manner.TOKEN);

  /** Longest header that is read, in characters: a token has 51. */
  private static final int LONGEST = 1_000;

  private final Tokens tokens;

  public TokenCredential(Tokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public Optional<Identity> of(Context context) {
    String header = context.header("Authorization");
    return header == null
        ? Optional.empty()
        : token(header).map(token -> tokens.find(token).orElse(WRONG));
  }

  @Override
  public boolean claims(Context context) {
    return context.header("Authorization") != null;
  }

  private static Optional<String> token(String header) {
    int space = header.indexOf(' ');
    if (space < 0 || header.length() > LONGEST) {
      return Optional.empty();
    }
    String value = header.substring(space + 1).strip();
    return switch (header.substring(0, space).toLowerCase(Locale.ROOT)) {
      case "bearer" -> Optional.of(value);
      // Any other password is meant for a proxy that asks for one itself.
      case "basic" -> password(value).filter(Tokens::looksLikeOne);
      default -> Optional.empty();
    };
  }

  private static Optional<String> password(String encoded) {
    try {
      String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
