package io.keeling.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.keeling.feeds.desk.Desk;
import io.keeling.feeds.query.Facet;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpenApiIT {

  /** What is for browsers and not described. */
  private static final Set<String> PAGES =
      Set.of("/", "/articles/{id}", "/articles/{id}/versions/{version}", "/assets/{name}");

  @Test
  void describesEveryAddressForProgramsAndNoOther() throws Exception {
    try (Feeds feeds = Desk.feeds("jdbc:postgresql://127.0.0.1:1/none", 0)) {
      JsonNode document = document(feeds);
      List<String> described = new ArrayList<>();
      document.get("paths").fieldNames().forEachRemaining(described::add);
      List<String> served = new ArrayList<>(feeds.addresses());
      served.removeAll(PAGES);
      assertThat(described).containsExactlyInAnyOrderElementsOf(served);
      assertThat(document.at("/servers/0/url").asText()).isEqualTo("http://desk.example");
    }
  }

  @Test
  void describesEveryParameterAndResolvesEveryReference() throws Exception {
    try (Feeds feeds = Desk.feeds("jdbc:postgresql://127.0.0.1:1/none", 0)) {
      JsonNode document = document(feeds);
      for (Facet facet : Facet.values()) {
        assertThat(document.at("/components/parameters").has(facet.parameter())).isTrue();
      }
      for (String reference : document.findValuesAsText("$ref")) {
        assertThat(document.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
      }
    }
  }

  private static JsonNode document(Feeds feeds) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + feeds.port() + "/openapi.yaml");
    String body =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
            .body();
    return new YAMLMapper().readTree(body);
  }
}
