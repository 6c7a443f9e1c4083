package io.keeling.search.testing;

import static io.keeling.search.testing.ArticleMaker.article;
import static java.util.stream.Collectors.toMap;

import io.keeling.search.Change;
import io.keeling.search.FacetValues.FacetValue;
import io.keeling.search.Hits;
import io.keeling.search.Hits.Hit;
import io.keeling.search.KnownValue;
import io.keeling.search.SearchRequest;
import io.keeling.search.WritableIndex;
import io.keeling.search.language.ExpressionParser;
import io.keeling.search.language.FieldName;
import io.keeling.search.language.Vocabulary;
import io.keeling.search.query.ArticleQuery;
import io.keeling.search.query.Cursor;
import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import io.keeling.search.query.Sort;
import io.keeling.search.query.Stories;
import io.keeling.search.text.Excerpt;
import io.keeling.search.text.Segment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An index that tests fill and ask, whatever keeps it. For one thread. */
public abstract class FilledIndex {

  static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");

  /** Reads queries; every value is known. */
  protected static final ExpressionParser PARSER = new ExpressionParser(Vocabulary.ANY);

  /** Topics and countries that are known by more than one name. */
  protected static final List<KnownValue> KNOWN =
      List.of(
          new KnownValue(FieldName.TOPIC, "wind-power", "Wind power", List.of()),
          new KnownValue(FieldName.COUNTRY, "DE", "Germany", List.of("Deutschland")),
          new KnownValue(
              FieldName.COUNTRY,
              "NL",
              "Netherlands",
              List.of("Holland", "Niederlande", "The Netherlands")));

  @TempDir Path directory;

  WritableIndex index;
  final Map<String, String> paths = new HashMap<>();

  /** Opens an index, a new one where there is none, that reads queries by {@link #PARSER}. */
  protected abstract WritableIndex open(Path path) throws IOException;

  @BeforeEach
  void open() throws IOException {
    index = open(directory);
  }

  @AfterEach
  void close() throws IOException {
    index.close();
  }

  ArticleMaker one(String path, String title, String text) {
    var maker = article(path, title, text);
    paths.put(maker.id(), path);
    return maker;
  }

  void store(ArticleMaker... makers) throws IOException {
    apply(Arrays.stream(makers).map(maker -> new Change.Put(maker.make())).toArray(Change[]::new));
  }

  void apply(Change... changes) throws IOException {
    index.apply(List.of(changes), Map.of());
  }

  static Filters filters(String words) {
    return Filters.NONE.withWords(words);
  }

  List<String> found(String query) {
    return found(query, Sort.NEWEST);
  }

  List<String> found(String query, Sort sort) {
    return found(query, sort, 100);
  }

  List<String> found(String query, Sort sort, int limit) {
    return paths(ask(filters(query), sort, limit, null, Stories.ALL));
  }

  List<String> found(Filters filters) {
    return paths(ask(filters, Sort.NEWEST, 100, null, Stories.ALL));
  }

  Hits ask(Filters filters, Sort sort, int limit, @Nullable Cursor cursor, Stories stories) {
    return index.search(
        new SearchRequest(new ArticleQuery(filters, sort, limit, cursor, stories), NOW));
  }

  List<String> paths(Hits hits) {
    return ids(hits).stream().map(paths::get).toList();
  }

  static List<String> ids(Hits hits) {
    return hits.items().stream().map(Hit::id).toList();
  }

  Map<String, Integer> counts(Filters filters, Facet facet) {
    return index.facets(filters, 40).get(facet).values().stream()
        .collect(toMap(FacetValue::value, FacetValue::count));
  }

  static List<String> marked(Excerpt excerpt) {
    return excerpt.segments().stream()
        .filter(Segment::marked)
        .map(Segment::text)
        .collect(Collectors.toList());
  }

  static String[] words(String text) {
    return text.isEmpty() ? new String[0] : text.split(" ");
  }
}
