package io.keeling.desk.saved;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keeling.desk.database.Database;
import java.net.HttpURLConnection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the messages sent for a saved search, and the results of their attempts. Threads may share
 * it.
 */
final class DeliveryRecords {

  /** HTTP status 410. */
  private static final Integer GONE = HttpURLConnection.HTTP_GONE;

  /** Maximum number of deliveries shown, newest first. */
  static final int MOST = 50;

  /**
   * A message.
   *
   * @param id the {@code webhook-id}, the same at each attempt
   * @param place the place of the channel in the search
   * @param type {@code found}, or {@code off} if it reports that a channel was switched off
   * @param state {@code waiting}, {@code delivered} or {@code given-up}; {@code empty} if nothing
   *     was left to send
   * @param articles number of articles in the message
   */
  record Delivery(
      String id,
      int place,
      String channel,
      String type,
      String state,
      Instant createdAt,
      int articles,
      List<Attempt> attempts) {

    /** Whether the receiver answered 410, so that nothing more is sent there. */
    boolean gone() {
      return attempts.stream().anyMatch(Attempt::gone);
    }
  }

  /**
   * An attempt to send a message.
   *
   * @param attempt number of the attempt, from 1
   * @param status HTTP status; null if there was no answer
   * @param problem why the attempt failed; empty if it succeeded
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Attempt(int attempt, Instant at, @Nullable Integer status, String problem, int millis) {

    /** Whether the receiver answered 410. */
    boolean gone() {
      return Objects.equals(status, GONE);
    }
  }

  private final Database database;

  DeliveryRecords(Database database) {
    this.database = database;
  }

  /** A search's deliveries, newest first. */
  List<Delivery> of(String search) {
    Map<String, Delivery> deliveries = new LinkedHashMap<>();
    return database.read(
        handle -> {
          handle
              .createQuery(
                  """
                  SELECT d.id, d.place, c.channel, d.notice_of, d.state, d.created_at, a.attempt, a.at, a.status, a.problem, a.millis,
                      (SELECT count(*) FROM search_alert s WHERE s.delivery_id = d.id) AS articles
                  FROM (SELECT * FROM search_delivery WHERE search_id = :search
                      ORDER BY created_at DESC LIMIT :most) d
                  JOIN search_channel c ON c.search_id = d.search_id AND c.place = d.place
                  LEFT JOIN delivery_attempt a ON a.delivery_id = d.id
                  ORDER BY d.created_at DESC, d.id, a.attempt
                  """)
              .bind("search", search)
              .bind("most", MOST)
              .map((row, context) -> add(deliveries, row))
              .list();
          return List.copyOf(deliveries.values());
        });
  }

  private static String add(Map<String, Delivery> deliveries, ResultSet row) throws SQLException {
    String id = row.getString("id");
    Delivery delivery = deliveries.get(id);
    if (delivery == null) {
      delivery =
          new Delivery(
              id,
              row.getInt("place"),
              row.getString("channel"),
              row.getObject("notice_of") == null ? "found" : "off",
              row.getString("state"),
              moment(row, "created_at"),
              row.getInt("articles"),
              new ArrayList<>());
      deliveries.put(id, delivery);
    }
    if (row.getObject("attempt") != null) {
      delivery
          .attempts()
          .add(
              new Attempt(
                  row.getInt("attempt"),
                  moment(row, "at"),
                  row.getObject("status", Integer.class),
                  row.getString("problem"),
                  row.getInt("millis")));
    }
    return id;
  }

  private static Instant moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
