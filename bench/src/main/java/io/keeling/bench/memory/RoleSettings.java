package io.keeling.bench.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.keeling.bench.chain.Chain;
import io.keeling.contract.serde.Json;
import io.keeling.contract.source.Source;
import io.keeling.embedded.FreePorts;
import io.keeling.embedded.postgres.EmbeddedDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Starts roles with the memory of {@code docker-compose.yml}, on the Kafka and PostgreSQL of a
 * chain. Not for sharing between threads.
 */
public final class RoleSettings {

  static final List<String> ROLES = List.of("sink", "desk", "enrich", "ingest");

  /**
   * Share of the container's memory that the heap may have: {@code MaxRAMPercentage} in the
   * Dockerfile.
   */
  private static final double HEAP_SHARE = 0.6;

  /** How often a role is asked whether it is ready; starting takes several seconds. */
  private static final Duration CHECK_INTERVAL = Duration.ofMillis(500);

  private final JsonNode services;
  private final Path directory;
  private final Map<String, String> environment = new HashMap<>();
  private final int deskPort = FreePorts.find();
  private final HttpClient client = HttpClient.newHttpClient();

  /** Settings without sources; state and logs go to the directory. */
  public RoleSettings(Chain chain, Path directory) throws IOException {
    this(chain, List.of(), directory);
  }

  /**
   * @param sources what ingest watches
   * @param directory for state and logs
   */
  RoleSettings(Chain chain, List<Source> sources, Path directory) throws IOException {
    this.services =
        new YAMLMapper().readTree(Path.of("docker-compose.yml").toFile()).path("services");
    this.directory = directory;
    // JSON is YAML.
    Path settings =
        Files.writeString(
            directory.resolve("keeling.yaml"),
            Json.MAPPER.writeValueAsString(Map.of("sources", sources)));
    environment.put("KEELING_CONFIG", settings.toString());
    environment.put("KEELING_KAFKA_BOOTSTRAP_SERVERS", chain.connection().bootstrapServers());
    environment.put("KEELING_DATABASE_URL", chain.url());
    environment.put("KEELING_DATABASE_USER", EmbeddedDatabase.USER);
    environment.put("KEELING_DESK_PORT", "" + deskPort);
    environment.put("KEELING_INGEST_STREAMS_STATE_DIRECTORY", directory.resolve("i").toString());
    environment.put("KEELING_ENRICH_STATE_DIRECTORY", directory.resolve("e").toString());
    environment.put("KEELING_DESK_SEARCH_DIRECTORY", directory.resolve("f").toString());
    environment.put("KEELING_DESK_ALERTS_ALLOW_PRIVATE_ADDRESSES", "true");
    environment.put("KEELING_INGEST_NETWORK_ALLOW_PRIVATE_ADDRESSES", "true");
    environment.put("KEELING_INGEST_POLITENESS_PAUSE", "50ms");
    // Every article is fetched once more while the run lasts.
    environment.put("KEELING_INGEST_SCHEDULE_RECHECKS", "[10m, 3650d]");
  }

  /** The address of the desk. */
  URI desk() {
    return URI.create("http://127.0.0.1:" + deskPort);
  }

  /** Starts a role, and again where it gave up because the brokers were slow, until it is ready. */
  public RoleProcess start(String role) throws IOException, InterruptedException {
    int limit = megabytes(services.path(role).path("mem_limit").asText());
    Map<String, String> own = new HashMap<>(environment);
    int port = FreePorts.find();
    own.put("KEELING_HEALTH_" + role.toUpperCase(Locale.ROOT) + "_PORT", "" + port);
    int heap = (int) (limit * HEAP_SHARE);
    RoleProcess process = RoleProcess.start(role, limit, heap, own, directory);
    while (!ready(port)) {
      if (!process.alive()) {
        process = RoleProcess.start(role, limit, heap, own, directory);
      }
      Thread.sleep(CHECK_INTERVAL.toMillis());
    }
    return process;
  }

  private boolean ready(int port) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/readyz")).build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static int megabytes(String size) {
    int number = Integer.parseInt(size.substring(0, size.length() - 1));
    return switch (size.charAt(size.length() - 1)) {
      case 'g' -> number * 1024;
      case 'm' -> number;
      default -> throw new IllegalArgumentException("not a size: " + size);
    };
  }
}
