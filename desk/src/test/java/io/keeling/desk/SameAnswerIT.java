package io.keeling.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.desk.running.Desks;
import io.keeling.desk.running.NewsroomArticles;
import io.keeling.desk.running.RunningDesk;
import io.keeling.desk.running.SampleTopics;
import io.keeling.search.query.Sort;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What editors ask is answered alike by the API, the page and both feeds. Only what is usual
 * differs where a query does not say: the page lists a story once, programs get every telling;
 * feeds are newest first, also where there are words.
 */
@ExtendWith(Desks.class)
class SameAnswerIT {

  private static final String REFUSED = "not understood";
  private static final String ARTICLE = "urn:keeling:article:";

  private static RunningDesk desk;

  /**
   * A line of the fixture.
   *
   * @param finds how many articles, or {@link #REFUSED}
   * @param parameters as they are written
   */
  record Query(String finds, String parameters) {

    private static Query of(String line) {
      String[] columns = line.split("\t");
      return new Query(columns[0], columns[1]);
    }

    boolean has(String parameter) {
      return Arrays.stream(parameters.split(" & ")).anyMatch(p -> p.startsWith(parameter + "="));
    }

    /** As a query string, with what would else be usual. */
    String with(String... usual) {
      return Stream.concat(Arrays.stream(parameters.split(" & ")), Arrays.stream(usual))
          .map(
              parameter -> {
                String[] sides = parameter.split("=", 2);
                return sides[0] + "=" + URLEncoder.encode(sides[1], StandardCharsets.UTF_8);
              })
          .collect(Collectors.joining("&", "?", ""));
    }

    /** The same with every telling where it does not say, and as many as a page shows. */
    String everywhere(Sort sort) {
      List<String> usual = new ArrayList<>(List.of("sort=" + sort.value()));
      if (!has("stories")) {
        usual.add("stories=all");
      }
      if (!has("limit")) {
        usual.add("limit=30");
      }
      return with(usual.toArray(String[]::new));
    }

    @Override
    public String toString() {
      return parameters;
    }
  }

  @BeforeAll
  static void open(RunningDesk empty) throws IOException {
    desk = empty;
    desk.archive().store(NewsroomArticles.all().toArray(EnrichedArticle[]::new));
  }

  static Stream<Query> queries() throws IOException {
    try (InputStream in = SameAnswerIT.class.getResourceAsStream("queries.tsv")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Query::of);
    }
  }

  static Stream<Query> understood() throws IOException {
    return queries().filter(query -> !query.finds().equals(REFUSED));
  }

  static Stream<Query> refused() throws IOException {
    return queries().filter(query -> query.finds().equals(REFUSED));
  }

  @Test
  void thereAreFiftyQueries() throws IOException {
    assertThat(queries().map(Query::parameters).distinct()).hasSizeGreaterThanOrEqualTo(50);
  }

  @ParameterizedTest
  @MethodSource("understood")
  void theSameArticlesInTheSameOrderEverywhere(Query query) {
    for (Sort sort : Sort.values()) {
      String asked = query.everywhere(sort);
      JsonNode answer = desk.json("/api/articles" + asked);
      List<String> ids = ids(answer);
      assertThat(answer.get("total").asText()).as(asked).isEqualTo(query.finds());
      assertThat(page(asked)).as("page of %s", asked).isEqualTo(ids);
      assertThat(atom(asked)).as("Atom of %s", asked).isEqualTo(ids);
      assertThat(jsonFeed(asked)).as("JSON Feed of %s", asked).isEqualTo(ids);
    }
  }

  @ParameterizedTest
  @MethodSource("understood")
  void withoutAnOrderTheApiAndThePageAgreeAndBothFeedsAreNewestFirst(Query query) {
    String asked = query.has("stories") ? query.with() : query.with("stories=all");
    String limited = query.has("limit") ? asked : asked + "&limit=30";
    assertThat(page(limited)).isEqualTo(api(limited));
    assertThat(atom(limited)).isEqualTo(api(limited + "&sort=newest")).isEqualTo(jsonFeed(limited));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatIsNotUnderstoodIsSaidAlikeEverywhere(Query query) {
    HttpResponse<String> api = desk.get("/api/articles" + query.with());
    assertThat(api.statusCode()).isEqualTo(400);
    String problem = desk.json("/api/articles" + query.with()).get("error").asText();
    String place = problem.replaceFirst("^q cannot be understood: ", "");
    assertThat(desk.json("/feed.json" + query.with()).get("error").asText()).isEqualTo(problem);
    for (String address : List.of("/", "/feed.atom")) {
      HttpResponse<String> answer = desk.get(address + query.with());
      assertThat(answer.statusCode()).as(address).isEqualTo(400);
      assertThat(Jsoup.parse(answer.body()).select(".notice").text()).as(address).contains(place);
    }
  }

  @Test
  void aFilterFindsTheSameInTheQueryLanguage() {
    JsonNode facets = desk.json("/api/facets");
    for (String field : List.of("topic", "country", "source", "language", "climate")) {
      List<String> values = facets.get(field).findValuesAsText("value");
      assertThat(values).as(field).isNotEmpty();
      for (String value : values) {
        if (!field.equals("topic") || SampleTopics.labels().topics().containsKey(value)) {
          Query filter = new Query("", field + "=" + value);
          Query words = new Query("", "q=" + field + ":\"" + value + "\"");
          assertThat(api(words.with("sort=newest", "limit=200")))
              .as("%s:%s", field, value)
              .isNotEmpty()
              .isEqualTo(api(filter.with("limit=200")));
        }
      }
    }
  }

  private static List<String> api(String query) {
    return ids(desk.json("/api/articles" + query));
  }

  private static List<String> ids(JsonNode answer) {
    List<String> ids = new ArrayList<>();
    answer.get("items").forEach(item -> ids.add(item.get("id").asText()));
    return ids;
  }

  private static List<String> page(String query) {
    return desk.page("/" + query).select("li.item > article").eachAttr("aria-labelledby").stream()
        .map(label -> label.substring("t-".length()))
        .toList();
  }

  private static List<String> atom(String query) {
    Document feed = Jsoup.parse(desk.get("/feed.atom" + query).body(), Parser.xmlParser());
    return feed.select("entry > id").eachText().stream().map(SameAnswerIT::id).toList();
  }

  private static List<String> jsonFeed(String query) {
    return ids(desk.json("/feed.json" + query)).stream().map(SameAnswerIT::id).toList();
  }

  private static String id(String urn) {
    assertThat(urn).startsWith(ARTICLE);
    return urn.substring(ARTICLE.length());
  }
}
