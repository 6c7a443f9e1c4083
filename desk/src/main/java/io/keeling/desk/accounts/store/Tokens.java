package io.keeling.desk.accounts.store;

import io.keeling.contract.text.PlainText;
import io.keeling.desk.access.Account;
import io.keeling.desk.access.AuditLog;
import io.keeling.desk.access.Identity;
import io.keeling.desk.access.Identity.Manner;
import io.keeling.desk.access.Scope;
import io.keeling.desk.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/**
 * API tokens of accounts. Threads may share it; it passes on what the database throws.
 *
 * <p>A token is shown once, when it is made; only its digest is stored. An account has at most
 * {@value #MOST} valid tokens.
 */
public final class Tokens {

  /** Maximum number of tokens of one account: enough for one token for each program. */
  public static final int MOST = 50;

  /** Longest validity in days: a year, as for GitHub's fine-grained tokens. */
  public static final int MOST_DAYS = 366;

  /** Prefix by which people and secret scanners recognise a token. */
  static final String PREFIX = "keeling_";

  /** Longest name of a token, in UTF-16 code units: one line of the account page. */
  public static final int LONGEST_LABEL = 80;

  private static final Pattern TOKEN = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");

  /** Shortest time between two updates of the time at which a token was last used. */
  private static final Duration GRAIN = Duration.ofMinutes(1);

  private final Database database;

  public Tokens(Database database) {
    this.database = database;
  }

  /**
   * A token as its owner sees it.
   *
   * @param usedAt when it was last used, null if never
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
   * @param label the owner's name for the token
   * @return the token, which is not stored; empty if the account has too many tokens
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

  /** Whether a text has the shape of a token. */
  public static boolean looksLikeOne(String text) {
    return TOKEN.matcher(text).matches();
  }

  private record Found(@Nested Account account, Scope scope, boolean worn) {

    Identity identity() {
      return new Identity(account, scope.within(account.role()), Manner.TOKEN);
    }
  }

  /** The account and rights of a token; empty if the token is expired or unknown. */
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

  /** The account's tokens that have not expired, latest first. */
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

  /** Revokes a token of an account; false if there is no such token. */
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
