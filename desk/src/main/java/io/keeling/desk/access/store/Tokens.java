package io.keeling.desk.access.store;

import io.keeling.contract.text.PlainText;
import io.keeling.desk.access.Account;
import io.keeling.desk.access.Identity;
import io.keeling.desk.access.Identity.Manner;
import io.keeling.desk.access.Scope;
import io.keeling.desk.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/**
 * Tokens by which programs prove for whom they work. Threads may share it; what the database throws
 * goes through.
 *
 * <p>A token is shown once, when it is made, and only its digest is kept. An account has {@value
 * #MOST} that have not expired at most.
 */
public final class Tokens {

  /** Tokens of an account. Chosen: one for each program that somebody has. */
  public static final int MOST = 50;

  /** Days that a token may hold at most; chosen, as GitHub's fine-grained tokens. */
  public static final int MOST_DAYS = 366;

  /** So that people and scanners for lost secrets know one when they see it. */
  static final String PREFIX = "keeling_";

  /** Longest name of a token, in UTF-16 code units. Chosen. */
  public static final int LONGEST_LABEL = 80;

  private static final Pattern TOKEN = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");

  /** How exactly is known when a token was last used: so seldom it is written. */
  private static final Duration GRAIN = Duration.ofMinutes(1);

  private final Database database;

  public Tokens(Database database) {
    this.database = database;
  }

  /**
   * A token as its owner sees it.
   *
   * @param usedAt when it was last used, none where it never was
   */
  public record Listed(
      long id,
      String label,
      Scope scope,
      Instant createdAt,
      @Nullable Instant usedAt,
      Instant expiresAt) {}

  /**
   * Makes a token.
   *
   * @param label what its owner calls it
   * @return the token, which is not kept; nothing where the account has as many as it may
   */
  public Optional<String> make(Account account, String label, Scope scope, int days) {
    String token = PREFIX + Secrets.make();
    return database.change(
        handle -> {
          handle.execute("DELETE FROM account_token WHERE expires_at < now() - interval '30 days'");
          int added =
              handle
                  .createUpdate(
                      """
                      INSERT INTO account_token (digest, account, label, scope, expires_at)
                      SELECT :digest, :account, :label, :scope, now() + make_interval(days => :days)
                      WHERE :most > (SELECT count(*) FROM account_token
                                     WHERE account = :account AND expires_at > now())
                      """)
                  .bind("digest", Secrets.digest(token))
                  .bind("account", account.id())
                  .bind("label", PlainText.line(label, LONGEST_LABEL - 1))
                  .bind("scope", scope.code())
                  .bind("days", days)
                  .bind("most", MOST)
                  .execute();
          if (added == 0) {
            return Optional.empty();
          }
          AuditLog.add(
              handle, account, "token.make", label + ", " + scope.code() + ", " + days + " d");
          return Optional.of(token);
        });
  }

  /** Whether something has the shape of a token. */
  public static boolean looksLikeOne(String text) {
    return TOKEN.matcher(text).matches();
  }

  private record Found(@Nested Account account, Scope scope, boolean worn) {

    Identity identity() {
      return new Identity(account, scope.within(account.role()), Manner.TOKEN);
    }
  }

  /** Whom a token works for, and what it lets it do; nothing where it holds no longer. */
  public Optional<Identity> find(String token) {
    if (!looksLikeOne(token)) {
      return Optional.empty();
    }
    byte[] digest = Secrets.digest(token);
    Optional<Found> found =
        database.read(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT a.id, a.name, a.role, t.scope, t.used_at IS NULL
                          OR t.used_at < now() - make_interval(secs => :grain) AS worn
                        FROM account_token t JOIN account a ON a.id = t.account
                        WHERE t.digest = :digest AND t.expires_at > now() AND a.closed_at IS NULL
                        """)
                    .bind("grain", (double) GRAIN.toSeconds())
                    .bind("digest", digest)
                    .mapTo(Found.class)
                    .findOne());
    if (found.isPresent() && found.get().worn()) {
      database.change(
          handle ->
              handle
                  .createUpdate("UPDATE account_token SET used_at = now() WHERE digest = :digest")
                  .bind("digest", digest)
                  .execute());
    }
    return found.map(Found::identity);
  }

  /** The tokens of an account that have not expired, latest first. */
  public List<Listed> of(Account account) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, label, scope, created_at, used_at, expires_at FROM account_token
                    WHERE account = :account AND expires_at > now() ORDER BY id DESC
                    """)
                .bind("account", account.id())
                .mapTo(Listed.class)
                .list());
  }

  /** Takes a token of an account back; whether there was one. */
  public boolean revoke(Account account, long id) {
    return database.change(
        handle -> {
          Optional<String> label =
              handle
                  .createQuery(
                      "DELETE FROM account_token WHERE id = :id AND account = :account RETURNING label")
                  .bind("id", id)
                  .bind("account", account.id())
                  .mapTo(String.class)
                  .findOne();
          label.ifPresent(known -> AuditLog.add(handle, account, "token.revoke", known));
          return label.isPresent();
        });
  }
}
