package io.keeling.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.serde.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks the editors' desk over its own API, as anyone else would. Threads may share it. */
final class DeskClient {

  /** How long the desk, which is in this process, may take to answer. */
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build();
  private final String base;

  DeskClient(String base) {
    this.base = base;
  }

  /** Gets a document at a path; fails unless the desk answers with 200. */
  JsonNode get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(base + path)).timeout(LIMIT).build();
    HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IOException("the desk answered " + response.statusCode() + " to " + path);
    }
    return Json.MAPPER.readTree(response.body());
  }
}
