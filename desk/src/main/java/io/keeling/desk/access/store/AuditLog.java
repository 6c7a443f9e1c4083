package io.keeling.desk.access.store;

import io.keeling.contract.text.PlainText;
import io.keeling.desk.access.Account;
import io.keeling.desk.store.Database;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who changed what: a row in the transaction of the change, and a line in the log. Threads may
 * share it. Rows are only added; neither holds a secret or a text of an article.
 */
public final class AuditLog {

  private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);

  /** Of a longer subject the beginning is kept, in UTF-16 code units. Chosen. */
  private static final int LONGEST = 500;

  /** Entries that are shown at a time. */
  public static final int PAGE = 100;

  private final Database database;

  public AuditLog(Database database) {
    this.database = database;
  }

  /**
   * An entry.
   *
   * @param id grows with time
   * @param who the account's name then
   * @param subject what was changed
   */
  public record Entry(long id, Instant at, String who, String action, String subject) {}

  /**
   * Adds an entry.
   *
   * @param handle that of the change, so that both happen or neither
   * @param account whose change it is
   * @param action such as {@code account.role}
   * @param subject what it is done to, without secrets; cut at 500 characters
   */
  public static void add(Handle handle, @Nullable Account account, String action, String subject) {
    String line = PlainText.line(subject, LONGEST);
    String who = account == null ? "nobody" : account.name();
    handle
        .createUpdate(
            "INSERT INTO audit (account, who, action, subject) VALUES (:account, :who, :action, :subject)")
        .bind("account", account == null ? null : account.id())
        .bind("who", who)
        .bind("action", action)
        .bind("subject", line)
        .execute();
    handle.afterCommit(() -> LOG.info("{} by {}: {}", action, who, line));
  }

  /**
   * Entries, latest first.
   *
   * @param before those that are older than this one; 0 for the latest
   */
  public List<Entry> entries(long before) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, at, who, action, subject FROM audit
                    WHERE :before = 0 OR id < :before ORDER BY id DESC LIMIT :page
                    """)
                .bind("before", before)
                .bind("page", PAGE)
                .mapTo(Entry.class)
                .list());
  }
}
