package io.keeling.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.keeling.contract.serde.Json;
import io.keeling.desk.running.Desks;
import io.keeling.desk.running.RunningDesk;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The OpenAPI document as people read it. */
@ExtendWith(Desks.class)
class ApiPageIT {

  private static final String PATH = "/api/docs";
  private static final String TYPES = PATH + "/types";

  private static RunningDesk desk;

  @BeforeAll
  static void open(RunningDesk empty) {
    desk = empty;
  }

  @Test
  void showsEveryOperationParameterAndTypeWithItsExamples() throws Exception {
    JsonNode document = new YAMLMapper().readTree(desk.get("/openapi.yaml").body());
    Document page = desk.page(PATH);

    List<String> operations = new ArrayList<>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            operations.add(
                                method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
    assertThat(page.select("h3[id^=op-]").eachText())
        .containsExactlyInAnyOrderElementsOf(operations);
    Document types = desk.page(TYPES);
    List<String> fields = new ArrayList<>(page.select("dt code").eachText());
    fields.addAll(types.select("dt code").eachText());
    for (JsonNode parameters : document.findValues("parameters")) {
      for (JsonNode parameter : parameters) {
        if (parameter.has("name")) {
          assertThat(fields).contains(parameter.get("name").asText());
        }
      }
    }
    document
        .at("/components/schemas")
        .properties()
        .forEach(
            schema -> {
              Element type = types.getElementById("type-" + schema.getKey());
              assertThat(type).as(schema.getKey()).isNotNull();
              schema
                  .getValue()
                  .path("properties")
                  .fieldNames()
                  .forEachRemaining(property -> assertThat(fields).contains(property));
            });
    Element limit = page.getElementById("in-limit").nextElementSibling();
    assertThat(limit.text()).contains("integer, from 1 to 200, default 20");
    assertThat(page.getElementById("in-country").nextElementSibling().select("samp").text())
        .isEqualTo("DE");
  }

  @Test
  void itsExamplesAreAddressesThatTheDeskUnderstands() {
    // What others send is tried where they are tested.
    List<String> calls =
        desk.page(PATH).select("code.call").eachText().stream()
            .filter(call -> !call.startsWith("curl -X"))
            .toList();

    assertThat(calls).hasSizeGreaterThan(15);
    for (String call : calls) {
      assertThat(call).matches("curl 'http://desk\\.example/[^' {}]+'");
      URI address = URI.create(call.substring("curl '".length(), call.length() - 1));
      if (!address.getPath().equals("/api/stream")) {
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        // Of what is asked for by its id there is nothing here.
        assertThat(desk.ask("HEAD", address.getPath() + query).statusCode())
            .as(call)
            .isIn(200, address.getPath().contains("8cae5ebf") ? 404 : 200);
      }
    }
  }

  @Test
  void itsSamplesAreJsonWithWhatTheTypesHave() throws Exception {
    List<String> samples = desk.page(PATH).select("pre").eachText();

    assertThat(samples).hasSizeGreaterThan(8);
    for (String sample : samples) {
      assertThat(Json.MAPPER.readTree(sample).isEmpty()).isFalse();
    }
    JsonNode list = Json.MAPPER.readTree(samples.get(0));
    assertThat(list.at("/items/0/source/name").asText()).isEqualTo("The Harbour Post");
    assertThat(list.at("/items/0/topics/0/grade").asText()).isEqualTo("main");
  }

  @Test
  void everyLinkWithinItLeadsSomewhereAndItIsLight() {
    Document types = desk.page(TYPES);
    for (String path : List.of(PATH, TYPES)) {
      Document page = desk.page(path);
      for (Element link : page.select("a[href^=#], a[href^=" + TYPES + "#]")) {
        String address = link.attr("href");
        assertThat(
                (address.startsWith("#") ? page : types)
                    .getElementById(address.substring(address.indexOf('#') + 1)))
            .as(link.outerHtml())
            .isNotNull();
      }
      assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
      for (String language : List.of("en", "de")) {
        String html = desk.get(path + "?lang=" + language).body();
        assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(100_000);
      }
    }
    assertThat(desk.page(PATH).select("a[href=" + TYPES + "]")).isNotEmpty();
    assertThat(desk.page("/").select("footer a[href=" + PATH + "]")).hasSize(1);
  }

  @Test
  void nothingOfItComesFromElsewhere() {
    HttpResponse<String> answer = desk.get(PATH);

    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "script-src 'self'")
        .doesNotContain("unsafe");
    assertThat(
            desk.page(PATH)
                .select("script:not([src^=/assets/]), [style], style, link:not([href^=/]), img"))
        .isEmpty();
  }
}
