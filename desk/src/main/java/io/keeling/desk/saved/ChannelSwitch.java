package io.keeling.desk.saved;

import io.keeling.desk.access.Account;
import io.keeling.desk.access.AuditLog;
import io.keeling.desk.database.Database;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Switches channels off, when their receivers are gone or somebody asks for it, and on again.
 * Articles that wait for a channel are sent once it is on again. Articles found while it is off are
 * never sent. Threads may share it. Every method throws {@link JdbiException} if the database does
 * not answer.
 */
public final class ChannelSwitch {

  private final Database database;

  public ChannelSwitch(Database database) {
    this.database = database;
  }

  /** Switches off a channel whose receiver is gone, in a transaction of its own. */
  public void off(String search, int place) {
    database.change(
        handle -> {
          off(handle, search, place);
          return place;
        });
  }

  /**
   * Switches off a channel whose receiver is gone, with an audit entry and a message to the other
   * channels of its search. Does nothing if the channel is already off or deleted.
   *
   * @param handle the transaction of the change
   */
  public static void off(Handle handle, String search, int place) {
    // Waits for a concurrent deletion of the search, or makes that deletion wait.
    handle
        .createQuery("SELECT id FROM saved_search WHERE id = :search FOR KEY SHARE")
        .bind("search", search)
        .mapTo(String.class)
        .list();
    Optional<String> switched = change(handle, search, place, true, false);
    switched.ifPresent(
        subject -> {
          handle
              .createUpdate(
                  """
                  INSERT INTO search_delivery (id, search_id, place, notice_of)
                  SELECT 'msg_' || replace(gen_random_uuid()::text, '-', ''), search_id, place, :of
                  FROM search_channel WHERE search_id = :search AND off_at IS NULL
                  """)
              .bind("of", place)
              .bind("search", search)
              .execute();
          AuditLog.add(handle, null, "search.switch-off", subject);
        });
  }

  /**
   * Switches a channel off or on by hand, with an audit entry. Does nothing if the channel is
   * already off or on.
   */
  void turn(String search, int place, boolean off, Account by) {
    database.change(
        handle -> {
          String action = off ? "search.switch-off" : "search.switch-on";
          change(handle, search, place, off, off)
              .ifPresent(subject -> AuditLog.add(handle, by, action, subject));
          return place;
        });
  }

  /** Switches a channel, and describes it by search, kind and host; empty if nothing changed. */
  private static Optional<String> change(
      Handle handle, String search, int place, boolean off, boolean byHand) {
    return handle
        .createQuery(
            """
            UPDATE search_channel c SET off_at = CASE WHEN :off THEN now() END, off_by_hand = :byHand,
                since = CASE WHEN :off THEN since ELSE now() END
            FROM saved_search s
            WHERE c.search_id = :search AND c.place = :place AND (c.off_at IS NULL) = :off
                AND s.id = c.search_id
            RETURNING s.name, c.channel, c.target
            """)
        .bind("search", search)
        .bind("place", place)
        .bind("off", off)
        .bind("byHand", byHand)
        .map(
            (row, context) ->
                row.getString("name")
                    + ", "
                    + new Alert(
                            Channel.of(row.getString("channel")).orElse(Channel.NONE),
                            row.getString("target"),
                            Rhythm.AT_ONCE,
                            false,
                            Alert.DEFAULT_LANGUAGE)
                        .shown())
        .findOne();
  }
}
