package io.keeling.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.serde.Json;
import io.keeling.desk.config.DeskConfig;
import io.keeling.desk.running.RunningDesk;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** How many requests a client has, and how it is told. */
class RateLimitIT {

  private static final String HEADER = "X-Forwarded-For";
  private static final String ADDRESS = "/openapi.yaml";

  /** One desk for all tests, each of which is a client of its own. */
  private static final Desk DESK = RunningDesk.limited(new DeskConfig.RateLimit(3, HEADER));

  private final HttpClient client = HttpClient.newHttpClient();

  @AfterAll
  static void close() {
    DESK.close();
  }

  @Test
  void eachAnswerSaysHowManyAreLeftUntilThereAreNone() throws Exception {
    for (int left = 2; left >= 0; left--) {
      HttpResponse<String> answer = get(ADDRESS, "192.0.2.1");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("RateLimit-Policy")).contains("\"client\";q=3;w=60");
      assertThat(answer.headers().firstValue("RateLimit").orElse(""))
          .matches("\"client\";r=" + left + ";t=([1-9]|[1-5][0-9]|60)");
    }

    HttpResponse<String> refused = get("/api/articles", "192.0.2.1");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("RateLimit").orElse("")).contains(";r=0;");
    assertThat(refused.headers().firstValue("Retry-After").orElse("")).matches("[1-9][0-9]?");
    assertThat(refused.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(refused.headers().firstValue("Cache-Control")).contains("no-store");
    JsonNode problem = Json.MAPPER.readTree(refused.body());
    assertThat(problem.get("status").asInt()).isEqualTo(429);
    assertThat(problem.get("error").asText()).contains("Retry-After");
  }

  @Test
  void peopleAreToldOnAPage() throws Exception {
    exhaust("192.0.2.2");

    HttpResponse<String> refused = get("/", "192.0.2.2");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(refused.body()).contains("Too many requests");
  }

  @Test
  void oneClientIsWhoTheProxySaysItIsAndANetworkOfIpv6() throws Exception {
    exhaust("192.0.2.3");
    exhaust("2001:db8:1:2::3");

    assertThat(get(ADDRESS, "198.51.100.9, 192.0.2.3").statusCode()).isEqualTo(429);
    assertThat(get(ADDRESS, "192.0.2.3:50123").statusCode()).isEqualTo(429);
    assertThat(get(ADDRESS, "192.0.2.3, 198.51.100.9").statusCode()).isEqualTo(200);
    assertThat(get(ADDRESS, "[2001:db8:1:2:9::9]:443").statusCode()).isEqualTo(429);
    assertThat(get(ADDRESS, "2001:db8:1:3::3").statusCode()).isEqualTo(200);
    assertThat(get(ADDRESS, "a:b, nonsense:of:" + "x".repeat(300)).statusCode()).isEqualTo(200);
  }

  @Test
  void machinesThatLookAfterTheDeskAreNotCounted() throws Exception {
    exhaust("192.0.2.4");

    for (String path : new String[] {"/healthz", "/metrics", "/assets/keeling.css"}) {
      HttpResponse<String> answer = get(path, "192.0.2.4");
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(answer.headers().firstValue("RateLimit")).isEmpty();
    }
  }

  @Test
  void thisMachineItselfIsNotCountedWhereNoProxySaysWhoAsks() throws Exception {
    for (int i = 0; i < 5; i++) {
      HttpResponse<String> answer = get(ADDRESS, "");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("RateLimit")).isEmpty();
    }
  }

  private void exhaust(String address) throws Exception {
    for (int i = 0; i < 3; i++) {
      assertThat(get(ADDRESS, address).statusCode()).isEqualTo(200);
    }
  }

  private HttpResponse<String> get(String path, String forwarded) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + DESK.port() + path));
    if (!forwarded.isEmpty()) {
      request.header(HEADER, forwarded);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
