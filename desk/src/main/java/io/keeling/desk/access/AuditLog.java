package io.keeling.desk.access;

import io.keeling.contract.text.PlainText;
import io.keeling.desk.database.Database;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audit log: who changed what. Each change adds a row in its transaction and a line to the log.
 * Threads may share it. Rows are never changed or deleted; neither rows nor lines contain secrets
 * or the text of an article.
 */
public final class AuditLog {

  private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);

  /** Length to which subjects are cut, in UTF-16 code units: a few lines on the audit page. */
  private static final int LONGEST = 500;

  /** Number of entries on one page. */
  public static final int PAGE = 100;

  private final Database database;

  public AuditLog(Database database) {
    this.database = database;
  }

  /**
   * An entry of the audit log.
   *
   * @param id grows with time
   * @param who the account's name at that time
   * @param subject what was changed
   */
  public record Entry(long id, Instant at, String who, String action, String subject) {}

  /**
   * Adds an entry.
   *
   * @param handle the transaction of the change
   * @param account who made the change
   * @param action such as {@code account.role}
   * @param subject what was changed, without secrets; cut at 500 characters
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
   * Returns one page of entries, latest first.
   *
   * @param before only entries older than this id are returned; 0 starts with the latest
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
