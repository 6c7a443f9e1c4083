package io.keeling.app.killing;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.serde.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody with an account at the desks of a cluster, by a session and by a token. Threads may
 * share it once it has signed in.
 */
final class Editor {

  /** How the address begins that a desk without an operator says. */
  static final String LINK = "/welcome?link=";

  private static final Pattern SECRET = Pattern.compile("[?]link=([A-Za-z0-9_-]{43})");
  private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
  private static final Pattern TOKEN = Pattern.compile("id=\"token\">([^<]+)<");
  private static final Pattern COOKIE =
      Pattern.compile("(keeling-(?:session|form))=([A-Za-z0-9_-]{43})");

  /** Longer than a desk waits for Kafka and PostgreSQL, so that it answers. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient client = HttpClient.newHttpClient();
  private final String desk;
  private String session = "";
  private String form = "";
  private String token = "";

  private Editor(String desk) {
    this.desk = desk;
  }

  /**
   * Becomes the first operator, and makes a token.
   *
   * @param desk its address
   * @param said what it said when it started
   */
  static Editor first(String desk, String said) throws IOException, InterruptedException {
    Editor editor = new Editor(desk);
    String secret = found(SECRET, said);
    String welcome = editor.get(desk, LINK + secret).body();
    editor.post(
        "/welcome",
        Map.of(
            "csrf",
            found(CSRF, welcome),
            "link",
            secret,
            "name",
            "ida",
            "password",
            "ebb and flow at the weir"));
    String account = editor.get(desk, "/account").body();
    HttpResponse<String> made =
        editor.post(
            "/account/tokens",
            Map.of(
                "csrf", found(CSRF, account), "label", "killing", "scope", "write", "days", "9"));
    editor.token = found(TOKEN, made.body());
    return editor;
  }

  private static String found(Pattern pattern, String page) {
    Matcher matcher = pattern.matcher(page);
    if (!matcher.find()) {
      throw new IllegalStateException("no " + pattern + " in what the desk says");
    }
    return matcher.group(1);
  }

  /** Asks with the session. */
  HttpResponse<String> get(String at, String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(at + path)).GET());
  }

  private HttpResponse<String> post(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    String body =
        fields.entrySet().stream()
            .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(URI.create(desk + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            request
                .timeout(PATIENCE)
                .header("Cookie", "keeling-form=" + form + "; keeling-session=" + session)
                .build(),
            BodyHandlers.ofString());
    for (String header : answer.headers().allValues("Set-Cookie")) {
      Matcher cookie = COOKIE.matcher(header);
      if (cookie.find() && cookie.group(1).endsWith("form")) {
        form = cookie.group(2);
      } else if (cookie.find(0)) {
        session = cookie.group(2);
      }
    }
    return answer;
  }

  /**
   * Asks the API with the token.
   *
   * @param at the address of a desk
   * @return what it said; nothing where no answer came, or none but that it cannot at the moment,
   *     so that the change may be there or not
   * @throws IllegalStateException if it refuses
   */
  Optional<Answer> api(String at, String method, String path, JsonNode body) {
    try {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(at + path))
                  .timeout(PATIENCE)
                  .header("Authorization", "Bearer " + token)
                  .method(
                      method,
                      body.isMissingNode()
                          ? BodyPublishers.noBody()
                          : BodyPublishers.ofString(body.toString()))
                  .build(),
              BodyHandlers.ofString());
      if (answer.statusCode() >= 400 && answer.statusCode() < 500) {
        throw new IllegalStateException(
            "%s %s: %d %s".formatted(method, path, answer.statusCode(), answer.body()));
      }
      return answer.statusCode() < 300 ? Optional.of(new Answer(answer.body())) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** What the API said. */
  record Answer(String body) {

    JsonNode json() {
      try {
        return Json.MAPPER.readTree(body);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
