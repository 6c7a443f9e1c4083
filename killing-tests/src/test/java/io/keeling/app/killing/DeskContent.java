package io.keeling.app.killing;

import static io.keeling.embedded.postgres.EmbeddedDatabase.USER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.serde.Json;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * All articles of a cluster at rest, each as id, version and revision: as the desk lists them, page
 * by page, and as the tables hold them. Stateless; threads may share it.
 */
final class DeskContent {

  private static final String PAGE = "/api/articles?limit=200";

  /** Against a test that never ends. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private DeskContent() {}

  /** What the desk lists, sorted; an article that is on two pages is there twice. */
  static List<String> listed(RunningCluster cluster) throws Exception {
    List<String> result = new ArrayList<>();
    String next = "";
    while (next != null) {
      String cursor =
          next.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
      HttpResponse<String> answer =
          cluster.ask("desk-1", PAGE + cursor).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      assertThat(answer.statusCode()).isEqualTo(200);
      JsonNode page = Json.MAPPER.readTree(answer.body());
      for (JsonNode item : page.path("items")) {
        result.add(
            line(
                item.path("id").asText(),
                item.path("version").asText(),
                item.path("revision").asInt()));
      }
      next = page.path("next").textValue();
    }
    return result.stream().sorted().toList();
  }

  /** What the tables hold, sorted. */
  static List<String> stored(RunningCluster cluster) throws SQLException {
    TreeSet<String> result = new TreeSet<>();
    try (Connection database = DriverManager.getConnection(cluster.databaseUrl(), USER, "");
        Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery("SELECT id, version, revision FROM article")) {
      while (rows.next()) {
        result.add(line(rows.getString(1), rows.getString(2), rows.getInt(3)));
      }
    }
    return List.copyOf(result);
  }

  private static String line(String id, String version, int revision) {
    return id + " " + version + " " + revision;
  }
}
