package io.keeling.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.serde.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Queries the desk through its public API. Threads may share it. */
final class DeskClient {

  /** Time limit for the desk, which is in this process, to answer. */
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build();
  private final String base;

  DeskClient(String base) {
    this.base = base;
  }

  /** Gets a document at a path; throws {@link IOException} unless the answer is 200. */
  JsonNode get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(base + path)).timeout(LIMIT).build();
    HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IOException("the desk answered " + response.statusCode() + " to " + path);
    }
    return Json.MAPPER.readTree(response.body());
  }
}
