package io.keeling.desk;

import static io.keeling.search.testing.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.enriched.NameType;
import io.keeling.contract.serde.Json;
import io.keeling.desk.running.Desks;
import io.keeling.desk.running.RunningDesk;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Desks.class)
class ArticlesIT {

  private static RunningDesk desk;

  @BeforeAll
  static void open(RunningDesk empty) {
    desk = empty;
  }

  @BeforeEach
  void fill() {
    desk.archive().clear();
    desk.archive()
        .store(
            article("fires", "Wildfires spread", "Forests burn near Lisbon. Mara Quill warns.")
                .published("2026-11-20T10:00:00Z")
                .name("Mara Quill", NameType.PERSON)
                .topic("wildfires", 0.9, "burn")
                .mention("forests-deforestation", "Forests")
                .country("PT", 1)
                .make(),
            article("grid", "A grid for the north", "The operator is building batteries in Norway.")
                .from("north-wire", "North Wire")
                .published("2026-11-21T10:00:00Z")
                .topic("grid-storage-efficiency", 0.8, "batteries")
                .country("NO", 1)
                .climate(ClimateGrade.ADJACENT)
                .make(),
            article("braende", "Waldbrände im Süden", "Die Wälder brennen, sagt Mara Quill.")
                .from("blatt", "Das Blatt")
                .in("de")
                .published("2026-11-22")
                .name("Mara Quill", NameType.PERSON)
                .topic("wildfires", 0.9, "brennen")
                .topic("forests-deforestation", 0.8, "Wälder")
                .country("PT", 0.5)
                .country("ES", 0.5)
                .story("abc123", 2)
                .make());
  }

  @Test
  void listsTheNewestFirst() {
    assertThat(titles("/api/articles"))
        .containsExactly("Waldbrände im Süden", "A grid for the north", "Wildfires spread");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "q=burning                         | Wildfires spread",
        "q=battery builds                  | A grid for the north",
        "q=Waldbrand                       | Waldbrände im Süden",
        "q=walder                          | Waldbrände im Süden",
        "q=forests -lisbon                 | ''",
        "q=\"building batteries\"          | A grid for the north",
        "q=\"batteries building\"          | ''",
        "q=burn or battery&sort=oldest     | Wildfires spread, A grid for the north",
        "topic=wildfires                   | Waldbrände im Süden, Wildfires spread",
        "topic=wildfires&language=en       | Wildfires spread",
        "topic=coal                        | ''",
        "topic=forests-deforestation       | Waldbrände im Süden, Wildfires spread",
        "topic=forests-deforestation&topicGrade=main    | Waldbrände im Süden",
        "topic=forests-deforestation&topicGrade=mention | Wildfires spread",
        "topicGrade=mention                | Wildfires spread",
        "name=mara quill                   | Waldbrände im Süden, Wildfires spread",
        "country=ES                        | Waldbrände im Süden",
        "country=es&country=no             | Waldbrände im Süden, A grid for the north",
        "source=north-wire                 | A grid for the north",
        "source=north-wire.example         | A grid for the north",
        "source=north                      | ''",
        "language=de                       | Waldbrände im Süden",
        "climate=adjacent                  | A grid for the north",
        "story=abc123                      | Waldbrände im Süden",
        "from=2026-11-21                   | Waldbrände im Süden, A grid for the north",
        "to=2026-11-20                     | Wildfires spread",
        "from=2026-11-21&to=2026-11-21     | A grid for the north",
        "from=2026-11-20T11:00:00Z&to=2026-11-21T12:00:00%2B01:00 | A grid for the north",
        "sort=oldest&limit=1               | Wildfires spread",
        "q=&topic=&from=                   | Waldbrände im Süden, A grid for the north, Wildfires spread",
      })
  void findsWhatIsAskedFor(String query, String expected) {
    assertThat(String.join(", ", titles("/api/articles?" + encoded(query)))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=201",
        "limit=ten",
        "from=yesterday",
        "to=2026-02-30",
        "sort=best",
        "climate=hot",
        "country=Germany",
        "topic=No%20Such",
        "topicGrade=adjacent",
        "cursor=AAAA",
        "topics=coal",
        "q=a&q=b",
        "from=2026-11-21&to=2026-11-20",
        "story=%00"
      })
  void refusesWhatIsNotAllowedAndSaysWhy(String query) {
    // when
    var response = desk.get("/api/articles?" + query);

    // then
    String parameter = query.replaceAll(".*&", "").replaceAll("=.*", "");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body())
        .contains("\"parameter\":\"" + parameter + "\"")
        .contains("\"error\":\"")
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sort=newest", "sort=oldest", "q=tide&sort=relevance", "q=tide&sort=newest"})
  void pagesWithoutGapsOrRepeatsEvenWhenManyHaveOneTime(String query) {
    // given
    List<EnrichedArticle> many = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      many.add(
          article("tide-" + i, "Tide " + i, "The tide rises. ".repeat(1 + i % 3))
              .published("2026-11-1" + i % 2 + "T08:00:00Z")
              .make());
    }
    desk.archive().clear();
    desk.archive().store(many.toArray(EnrichedArticle[]::new));

    // when
    List<String> paged = new ArrayList<>();
    String cursor = "";
    int pages = 0;
    do {
      JsonNode answer = desk.json("/api/articles?limit=4&" + query + cursor);
      answer.get("items").forEach(item -> paged.add(item.get("title").asText()));
      assertThat(answer.get("total").asInt()).isEqualTo(25);
      cursor = answer.has("next") ? "&cursor=" + answer.get("next").asText() : "";
      pages++;
    } while (!cursor.isEmpty());

    // then
    assertThat(pages).isEqualTo(7);
    assertThat(paged).doesNotHaveDuplicates().hasSize(25);
    assertThat(paged).containsExactlyElementsOf(titles("/api/articles?limit=200&" + query));
  }

  @Test
  void marksWhatMatchesInTheSnippet() {
    JsonNode snippet = desk.json("/api/articles?q=burning").at("/items/0/snippet");
    JsonNode match = snippet.at("/matches/0");
    assertThat(
            snippet
                .get("text")
                .asText()
                .substring(match.get("start").asInt(), match.get("end").asInt()))
        .isEqualTo("burn");
  }

  @Test
  void ranksATitleAboveAMention() {
    desk.archive()
        .store(
            article("mention", "Elsewhere", "A long text. ".repeat(30) + "Then a lighthouse.")
                .published("2026-11-23T10:00:00Z")
                .make(),
            article("title", "The lighthouse", "A lighthouse stands.")
                .published("2026-11-19T10:00:00Z")
                .make());
    assertThat(titles("/api/articles?q=lighthouse")).containsExactly("The lighthouse", "Elsewhere");
  }

  @Test
  void givesAnArticleAsTheTopicHasIt() throws Exception {
    EnrichedArticle article =
        article("whole", "Whole", "All of it, by Mara Quill.")
            .name("Mara Quill", NameType.PERSON)
            .topic("coal", 0.5, "all")
            .make();
    desk.archive().store(article);
    String body = desk.get("/api/articles/" + article.article().id()).body();
    assertThat(Json.MAPPER.readValue(body, EnrichedArticle.class)).isEqualTo(article);
  }

  @Test
  void saysThatThereIsNoSuchArticle() {
    assertThat(desk.get("/api/articles/nowhere").statusCode()).isEqualTo(404);
    assertThat(desk.json("/api/articles/nowhere").get("error").asText()).contains("no article");
  }

  @Test
  void countsAnOutletOnceHoweverManyEntryPointsItHas() {
    // given
    for (int i = 0; i < 2; i++) {
      desk.archive()
          .store(
              article("second-" + i, "Grid news " + i, "More of the grid.")
                  .from("north-wire-2", "North Wire Energy", "north-wire.example")
                  .make());
    }

    // when
    JsonNode facets = desk.json("/api/facets?source=blatt.example");

    // then
    JsonNode outlet = facets.at("/source/0");
    assertThat(outlet.at("/value").asText()).isEqualTo("north-wire.example");
    assertThat(outlet.at("/label").asText()).isEqualTo("North Wire Energy");
    assertThat(outlet.at("/count").asInt()).isEqualTo(3);
    assertThat(titles("/api/articles?source=north-wire.example")).hasSize(3);
    assertThat(titles("/api/articles?source=north-wire-2")).hasSize(2);
  }

  @Test
  void countsFacetsAsIfNothingOfThemHadBeenChosen() {
    JsonNode facets = desk.json("/api/facets?language=de&topic=wildfires");
    assertThat(facets.at("/language").findValuesAsText("value")).containsExactly("de", "en");
    assertThat(facets.at("/topic").findValuesAsText("value"))
        .containsExactly("forests-deforestation", "wildfires");
    assertThat(facets.at("/topic/1/label").asText()).isEqualTo("Wildfires");
    assertThat(facets.at("/country").findValuesAsText("value")).containsExactly("ES", "PT");
    assertThat(facets.at("/country/1/label").asText()).isEqualTo("Portugal");
    assertThat(facets.at("/name/0/count").asInt()).isEqualTo(1);
  }

  private static List<String> titles(String path) {
    return desk.json(path).get("items").findValuesAsText("title");
  }

  private static String encoded(String query) {
    StringBuilder encoded = new StringBuilder();
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      String value = pair.substring(equals + 1);
      encoded
          .append(encoded.isEmpty() ? "" : "&")
          .append(pair, 0, equals + 1)
          .append(value.contains("%") ? value : URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
    return encoded.toString();
  }
}
