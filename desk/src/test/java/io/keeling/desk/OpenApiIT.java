package io.keeling.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.javalin.http.HandlerType;
import io.keeling.desk.running.Desks;
import io.keeling.desk.running.RunningDesk;
import io.keeling.search.query.Facet;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Desks.class)
class OpenApiIT {

  private static final Pattern TAKEN = Pattern.compile("nothing\\S*; there are ([A-Za-z, ]+)");

  /** What is for browsers and not described. */
  private static final Set<String> PAGES =
      Set.of(
          "/",
          "/account",
          "/account/password",
          "/accounts",
          "/audit",
          "/sign-in",
          "/sign-in/oidc",
          "/sign-in/oidc/callback",
          "/welcome",
          "/articles/{id}",
          "/articles/{id}/diff",
          "/articles/{id}/versions/{version}",
          "/articles/{id}/corrections",
          "/articles/{id}/collections",
          "/collections",
          "/collections/{id}",
          "/dead-letters",
          "/dead-letters/{id}",
          "/dead-letters/{id}/content",
          "/sources",
          "/searches/{id}/channels/{place}/remove",
          "/searches/{id}/delete",
          "/sources/{id}/remove",
          "/work",
          "/searches",
          "/searches/{id}",
          "/stories/{id}",
          "/topics/{id}",
          "/names/{id}",
          "/countries/{id}",
          "/outlets/{id}",
          "/rising",
          "/map",
          "/outlets",
          "/api/docs",
          "/assets/{name}");

  private static RunningDesk desk;
  private static Desk other;

  @BeforeAll
  static void open(RunningDesk empty) {
    desk = empty;
    other = desk.another(usual -> usual);
  }

  @AfterAll
  static void close() {
    other.close();
  }

  @Test
  void describesEveryMethodOfEveryAddressForProgramsAndNoOther() throws Exception {
    JsonNode document = document();
    List<String> described = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      path.getValue()
          .fieldNames()
          .forEachRemaining(
              method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
    }
    List<String> served =
        other.routes().stream()
            .filter(route -> !route.method().equals(HandlerType.HEAD))
            .filter(
                route ->
                    route.method().equals(HandlerType.GET)
                        ? !PAGES.contains(route.path())
                        : route.path().startsWith("/api/"))
            .map(route -> route.method() + " " + route.path())
            .toList();
    assertThat(described).containsExactlyInAnyOrderElementsOf(served);
    assertThat(document.at("/servers/0/url").asText()).isEqualTo("http://desk.example");
  }

  @Test
  void describesEveryPartOfAnAddressThatVaries() throws Exception {
    JsonNode document = document();
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      List<String> parts =
          Pattern.compile("[{](\\w+)[}]")
              .matcher(path.getKey())
              .results()
              .map(part -> part.group(1))
              .toList();
      for (JsonNode operation : path.getValue()) {
        assertThat(declared(document, operation, "path"))
            .as(path.getKey())
            .containsExactlyInAnyOrderElementsOf(parts);
      }
    }
  }

  @Test
  void describesEveryParameterAndResolvesEveryReference() throws Exception {
    JsonNode document = document();
    for (Facet facet : Facet.values()) {
      assertThat(document.at("/components/parameters").has(facet.parameter())).isTrue();
    }
    for (String reference : document.findValuesAsText("$ref")) {
      assertThat(document.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
    }
  }

  /** An address that refuses a parameter says which it takes. */
  @Test
  void everyAddressThatTakesAQueryTakesTheParametersThatAreDescribed() throws Exception {
    JsonNode document = document();
    List<String> compared = new ArrayList<>();
    for (String path : other.addresses()) {
      Matcher taken = TAKEN.matcher(body(path.replaceAll("[{]\\w+}", "x") + "?nothing=1"));
      if (taken.find()) {
        assertThat(declared(document, path))
            .as(path)
            .containsExactlyInAnyOrder(taken.group(1).split(", "));
        compared.add(path);
      }
    }
    assertThat(compared)
        .containsExactlyInAnyOrder(
            "/api/articles",
            "/api/articles/{id}/explanation",
            "/api/attention",
            "/api/attention.csv",
            "/api/mentions",
            "/api/mentions.csv",
            "/api/profiles/{kind}/{id}",
            "/api/rising",
            "/api/rising.csv",
            "/api/comparison",
            "/api/comparison.csv",
            "/api/export.csv",
            "/api/export.csv.zip",
            "/api/export.jsonl",
            "/api/export.jsonl.zip",
            "/api/export.parquet",
            "/api/export.parquet.zip",
            "/api/facets",
            "/api/stream",
            "/api/trends",
            "/corrections.atom",
            "/feed.atom",
            "/feed.json");
  }

  @Test
  void everyAnswerIsDescribedByTypesThatHaveNames() throws Exception {
    JsonNode document = document();
    for (JsonNode content : document.findValues("content")) {
      for (JsonNode media : content) {
        assertTyped(media.path("schema"), document);
        assertThat(media.get("schema").has("properties")).as(media.toString()).isFalse();
      }
    }
    for (JsonNode schema : document.at("/components/schemas")) {
      assertTyped(schema, document);
      for (JsonNode property : schema.path("properties")) {
        assertThat(property.findValue("properties")).as(property.toString()).isNull();
      }
    }
  }

  @Test
  void everyAddressSaysThatItIsLimitedButThoseOfMachinesThatLookAfterTheDesk() throws Exception {
    List<String> unlimited = new ArrayList<>();
    document()
        .get("paths")
        .properties()
        .forEach(
            path -> {
              for (JsonNode operation : path.getValue()) {
                if (!operation.get("responses").has("429")) {
                  unlimited.add(path.getKey());
                }
              }
            });
    assertThat(unlimited).containsExactlyInAnyOrder("/healthz", "/readyz", "/metrics");
  }

  @Test
  void everythingHasAnExample() throws Exception {
    JsonNode document = document();
    for (JsonNode schema : document.at("/components/schemas")) {
      schema.path("properties").properties().forEach(p -> assertExample(p.getKey(), p.getValue()));
    }
    for (JsonNode parameters : document.findValues("parameters")) {
      for (JsonNode parameter : parameters) {
        assertThat(parameter.has("$ref") || parameter.has("example") || isChoice(parameter))
            .as(parameter.toString())
            .isTrue();
      }
    }
    for (JsonNode path : document.get("paths")) {
      for (JsonNode operation : path) {
        assertThat(document.get("tags").findValuesAsText("name"))
            .contains(operation.at("/tags/0").asText());
      }
    }
  }

  /** A comma in a text without quotes ends the text and makes the rest a key without a value. */
  @Test
  void noTextIsCutAtAComma() throws Exception {
    assertThat(document().toString().split(":null", 2)[0]).endsWith("}");
  }

  @Test
  void itsExamplesAreAddressesThatTheDeskUnderstands() throws Exception {
    JsonNode document = document();
    int asked = 0;
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      // A stream has no end.
      if (path.getValue().has("get") && !path.getKey().equals("/api/stream")) {
        String address = example(document, path.getKey(), path.getValue().get("get"));
        int status = desk.ask("HEAD", address).statusCode();
        // Of what is asked for by its id there is nothing here.
        assertThat(status == 200 || (status == 404 && path.getKey().contains("{id}")))
            .as(address + " " + status)
            .isTrue();
        asked++;
      }
    }
    assertThat(asked).isGreaterThan(15);
  }

  /** With what must be given, and words where words can be. */
  private static String example(JsonNode document, String path, JsonNode operation) {
    String address = path;
    StringBuilder query = new StringBuilder();
    for (JsonNode parameter : operation.path("parameters")) {
      JsonNode known =
          parameter.has("$ref")
              ? document.at(parameter.get("$ref").asText().substring(1))
              : parameter;
      String name = known.get("name").asText();
      String example = URLEncoder.encode(known.path("example").asText(), StandardCharsets.UTF_8);
      if (known.get("in").asText().equals("path")) {
        address = address.replace("{" + name + "}", example);
      } else if (name.equals("q") || known.path("required").asBoolean()) {
        query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(example);
      }
    }
    return address + query;
  }

  private static void assertExample(String name, JsonNode property) {
    JsonNode value = property;
    while (value.has("items")) {
      value = value.get("items");
    }
    if (value.path("type").asText().equals("string")) {
      assertThat(value.has("examples") || value.has("enum") || value.has("format"))
          .as(name + " " + property)
          .isTrue();
    }
  }

  private static boolean isChoice(JsonNode parameter) {
    return parameter.at("/schema/enum").isArray()
        || !parameter.at("/schema/default").isMissingNode();
  }

  /** An object says what is in it, an array what it is of. */
  private static void assertTyped(JsonNode schema, JsonNode document) {
    JsonNode known =
        schema.has("$ref") ? document.at(schema.get("$ref").asText().substring(1)) : schema;
    switch (known.path("type").asText()) {
      case "object" -> {
        assertThat(known.has("properties") || known.has("additionalProperties"))
            .as(schema.toString())
            .isTrue();
        if (!schema.has("$ref")) {
          known.path("properties").forEach(property -> assertTyped(property, document));
        }
      }
      case "array" -> assertTyped(known.get("items"), document);
      default -> assertThat(known.path("type").asText()).as(schema.toString()).isNotEmpty();
    }
  }

  private static List<String> declared(JsonNode document, String path) {
    return declared(document, document.get("paths").get(path).get("get"), "query");
  }

  private static List<String> declared(JsonNode document, JsonNode operation, String in) {
    List<String> names = new ArrayList<>();
    for (JsonNode parameter : operation.path("parameters")) {
      JsonNode known =
          parameter.has("$ref")
              ? document.at(parameter.get("$ref").asText().substring(1))
              : parameter;
      if (known.get("in").asText().equals(in)) {
        names.add(known.get("name").asText());
      }
    }
    return names;
  }

  private static JsonNode document() throws Exception {
    return new YAMLMapper().readTree(body("/openapi.yaml"));
  }

  private static String body(String path) {
    return desk.get(path).body();
  }
}
