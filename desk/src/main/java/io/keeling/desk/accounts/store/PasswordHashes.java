package io.keeling.desk.accounts.store;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hashes passwords with Argon2id (RFC 9106). Threads may share it.
 *
 * <p>Each hash takes 19 MiB and two passes, as in OWASP's Password Storage Cheat Sheet. At most
 * {@value #AT_ONCE} are computed at a time, which bounds the memory used for signing in.
 */
public final class PasswordHashes {

  /**
   * Minimum length of a password; NIST SP 800-63B-4 asks for 15 without a second factor, else 8.
   */
  public static final int SHORTEST = 12;

  /** Maximum length of a password: more characters add no security, but cost time to hash. */
  public static final int LONGEST = 200;

  /**
   * Maximum number of hashes computed at a time. Each takes 19 MiB and a processor, and a small
   * machine has two processors.
   */
  private static final int AT_ONCE = 2;

  /** How long a request waits for its turn. Short, since somebody waits for the page. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final int KIBIBYTES = 19_456;
  private static final int PASSES = 2;

  /** Lengths of salt and hash, as RFC 9106 (section 4) recommends. */
  private static final int SALT_BYTES = 16;

  private static final int HASH_BYTES = 32;

  /** Minimum number of different characters in a password, whatever its length. */
  private static final int FEWEST_DIFFERENT = 5;

  private static final Argon2Function ARGON2 =
      Argon2Function.getInstance(KIBIBYTES, PASSES, 1, HASH_BYTES, Argon2.ID);

  /**
   * The hash that passwords are compared with if there is no account, so that the answer takes
   * equally long.
   */
  private static final String NOBODYS = hash(Secrets.make());

  private final Semaphore room = new Semaphore(AT_ONCE, true);

  public static boolean allows(String password, String account) {
    return password.length() >= SHORTEST
        && password.length() <= LONGEST
        && password.chars().distinct().count() >= FEWEST_DIFFERENT
        && !password.toLowerCase(java.util.Locale.ROOT).contains(account);
  }

  /** Hashes a password; empty if too many hashes are being computed. */
  public Optional<String> keep(String password) {
    return worked(() -> hash(password));
  }

  /**
   * Whether a password matches a hash; empty if too many hashes are being computed.
   *
   * @param kept null if there is no account: the answer is false but takes equally long
   */
  public Optional<Boolean> check(String password, @Nullable String kept) {
    String other = kept == null ? NOBODYS : kept;
    return worked(
        () ->
            Password.check(password, other).with(Argon2Function.getInstanceFromHash(other))
                && kept != null);
  }

  private static String hash(String password) {
    return Password.hash(password).addRandomSalt(SALT_BYTES).with(ARGON2).getResult();
  }

  private <T> Optional<T> worked(Supplier<T> work) {
    try {
      if (!room.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    try {
      return Optional.of(work.get());
    } finally {
      room.release();
    }
  }
}
