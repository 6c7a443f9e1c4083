package io.keeling.desk.saved.alert;

import io.keeling.desk.database.Database;
import io.keeling.desk.saved.Alert;
import io.keeling.desk.saved.Channel;
import io.keeling.desk.saved.Rhythm;
import io.keeling.desk.saved.alert.Deliveries.Claim;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.Nested;

/** Reads the contents of alert messages from PostgreSQL. Threads may share it. */
final class MessageReader {

  private final Database database;

  MessageReader(Database database) {
    this.database = database;
  }

  /** Current contents of messages, by id; without those whose search was deleted. */
  Map<String, Message> messages(List<Claim> claims) {
    return database.read(
        handle -> {
          String[] ids = claims.stream().map(Claim::id).toArray(String[]::new);
          Map<String, List<Message.Item>> items = items(handle, ids);
          Map<String, Message> messages = new HashMap<>();
          handle
              .createQuery(
                  """
                  SELECT d.id AS delivery, s.id, s.name, s.query, s.corrections, s.language,
                      c.channel, c.target, c.secret, c.rhythm,
                      gone.channel AS gone_channel, gone.target AS gone_target
                  FROM search_delivery d JOIN saved_search s ON s.id = d.search_id
                      JOIN search_channel c ON c.search_id = s.id AND c.place = d.place
                      LEFT JOIN search_channel gone
                          ON gone.search_id = s.id AND gone.place = d.notice_of
                  WHERE d.id = ANY (:ids)
                  """)
              .bind("ids", ids)
              .map((row, context) -> message(row, items))
              .forEach(message -> messages.put(message.id(), message));
          return messages;
        });
  }

  private static Message message(ResultSet row, Map<String, List<Message.Item>> items)
      throws SQLException {
    String id = row.getString("delivery");
    String gone = row.getString("gone_channel");
    return new Message(
        id,
        row.getString("id"),
        row.getString("name"),
        row.getString("query"),
        alert(row, row.getString("channel"), row.getString("target")),
        row.getString("secret"),
        gone == null
            ? new Message.Found(items.getOrDefault(id, List.of()), List.of())
            : new Message.SwitchedOff(alert(row, gone, row.getString("gone_target"))));
  }

  private static Alert alert(ResultSet row, String channel, String target) throws SQLException {
    return new Alert(
        Channel.of(channel).orElse(Channel.NONE),
        target,
        Rhythm.of(row.getString("rhythm")).orElse(Rhythm.AT_ONCE),
        row.getBoolean("corrections"),
        row.getString("language"));
  }

  private record Told(String delivery, @Nested Message.Item item) {}

  private static Map<String, List<Message.Item>> items(Handle handle, String[] ids) {
    Map<String, List<Message.Item>> items = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT a.delivery_id AS delivery, a.kind, a.version, a.found_at, r.id, r.title,
                coalesce(r.subtitle, '') AS subtitle, r.canonical_url AS url,
                r.source_name AS source, r.published, r.language, r.story_id AS story,
                ARRAY(SELECT topic_id FROM article_topic t
                    WHERE t.article_id = r.id AND t.grade = 'main'
                    ORDER BY score DESC, topic_id) AS topics
            FROM search_alert a JOIN article r ON r.id = a.article_id
            WHERE a.delivery_id = ANY (:ids) ORDER BY a.found_at, r.id
            """)
        .bind("ids", ids)
        .mapTo(Told.class)
        .forEach(
            told ->
                items.computeIfAbsent(told.delivery(), id -> new ArrayList<>()).add(told.item()));
    return items;
  }
}
