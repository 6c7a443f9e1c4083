package io.keeling.deploy.prometheus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keeling.embedded.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** The real Prometheus or Alertmanager in a process of its own, on a free port. */
final class WatchProgram implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Process process;
  private final int port;

  private WatchProgram(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts Prometheus; data and log lie in the directory. */
  static WatchProgram prometheus(Path configuration, Path directory) throws IOException {
    return start(
        directory,
        "prometheus",
        "--config.file=" + configuration,
        "--storage.tsdb.path=" + directory.resolve("data"));
  }

  /** Starts Alertmanager, alone. */
  static WatchProgram alertmanager(Path configuration, Path directory) throws IOException {
    return start(
        directory,
        "prometheus-alertmanager",
        "--config.file=" + configuration,
        "--storage.path=" + directory.resolve("notices"),
        "--cluster.listen-address=");
  }

  private static WatchProgram start(Path directory, String... command) throws IOException {
    int port = FreePorts.find();
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.command().add("--web.listen-address=127.0.0.1:" + port);
    Process process =
        builder
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve(command[0] + ".log").toFile())
            .start();
    return new WatchProgram(process, port);
  }

  int port() {
    return port;
  }

  /** How many series an expression yields. */
  int series(String expression) throws IOException, InterruptedException {
    JsonNode answer =
        get("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
    if (!answer.path("status").asText().equals("success")) {
      throw new AssertionError(expression + ": " + answer.path("error").asText());
    }
    return answer.at("/data/result").size();
  }

  /** The alerts that fire, as Prometheus knows them: see {@link #named}. */
  Set<String> firing() throws IOException, InterruptedException {
    Set<String> firing = new TreeSet<>();
    for (JsonNode alert : get("/api/v1/alerts").at("/data/alerts")) {
      if (alert.path("state").asText().equals("firing")) {
        firing.addAll(named(alert));
      }
    }
    return firing;
  }

  /** The alerts that Alertmanager was told of: see {@link #named}. */
  Set<String> told() throws IOException, InterruptedException {
    Set<String> told = new TreeSet<>();
    for (JsonNode alert : get("/api/v2/alerts")) {
      told.addAll(named(alert));
    }
    return told;
  }

  /** An alert by its name, and by name and label for each label: {@code Name label=value}. */
  private static List<String> named(JsonNode alert) {
    List<String> names = new ArrayList<>();
    String name = alert.at("/labels/alertname").asText();
    names.add(name);
    alert
        .path("labels")
        .fields()
        .forEachRemaining(
            label -> names.add(name + " " + label.getKey() + "=" + label.getValue().asText()));
    return names;
  }

  boolean isReady() throws InterruptedException {
    try {
      return HTTP.send(request("/-/ready"), HttpResponse.BodyHandlers.discarding()).statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    return JSON.readTree(HTTP.send(request(path), HttpResponse.BodyHandlers.ofString()).body());
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
