package io.keeling.desk.articles.export;

import io.keeling.contract.article.Article;
import io.keeling.contract.article.NewsDate;
import io.keeling.contract.enriched.CountryWeight;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.enriched.Name;
import io.keeling.contract.enriched.Topic;
import io.keeling.contract.enriched.TopicGrade;
import io.keeling.desk.label.Citation;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of exports, for every format that has columns. Immutable; threads may share it.
 *
 * <p>Users rely on them: new columns are added at the end, and none is ever renamed or changes its
 * type.
 */
public final class Columns {

  private static final List<Column> OF_THE_ARTICLE =
      List.of(
          text("id", "which article; stable across versions", article(Article::id)),
          text("version", "which wording of it", article(Article::version)),
          text("title", "the headline", article(Article::title)),
          text("source", "the outlet's name", article(a -> a.source().name())),
          text("domain", "the outlet's domain", article(a -> a.source().domain())),
          text("url", "its address at the outlet", article(Article::canonicalUrl)),
          text(
              "published",
              "when it was first published, as the page says: a day, or a time with its offset",
              article(a -> written(a.publishedAt()))),
          column(
              "fetched",
              Column.Type.MOMENT,
              "when this wording was first read",
              article(Article::fetchedAt)),
          text("language", "ISO 639-1, und where unknown", article(Article::language)),
          texts("authors", "who wrote it, in the order of the byline", a -> a.article().authors()),
          text(
              "climate",
              "grade: main, mention, adjacent, none or ungraded",
              a -> a.climate().grade().name().toLowerCase(Locale.ROOT)),
          column(
              "climate_score",
              Column.Type.NUMBER,
              "how sure that it is about climate change or mentions it, 0 to 1",
              a -> a.climate().score()),
          texts("topics", "ids of topics it is about", a -> topics(a, TopicGrade.MAIN)),
          texts(
              "mentioned_topics", "ids of topics it mentions", a -> topics(a, TopicGrade.MENTION)),
          texts(
              "names",
              "people, organisations and places, each by its usual name",
              a -> a.names().stream().map(Name::canonical).toList()),
          texts(
              "countries",
              "where its places lie, ISO 3166-1 alpha-2, most frequent first",
              a -> a.countries().stream().map(CountryWeight::code).toList()),
          text(
              "story",
              "id of the story that several outlets tell",
              a -> a.story() == null ? null : a.story().id()),
          column("free", Column.Type.FLAG, "false behind a paywall", article(Article::free)),
          column(
              "published_at",
              Column.Type.MOMENT,
              "the moment of published; noon where only the day is known",
              article(a -> a.publishedAt() == null ? null : a.publishedAt().instant())),
          text(
              "modified",
              "when the outlet last changed it, as published",
              article(a -> written(a.modifiedAt()))),
          text("subtitle", "the standfirst, where the text has none", article(Article::subtitle)),
          text("section", "the outlet's own section", article(Article::section)),
          column(
              "revision",
              Column.Type.WHOLE,
              "state of wording and tags; the higher is the newer",
              EnrichedArticle::revision),
          column(
              "outlets",
              Column.Type.WHOLE,
              "how many outlets tell the story now",
              a -> a.story() == null ? null : a.story().outlets()));

  private final List<Column> table;
  private final List<Column> whole;

  /**
   * @param baseUrl the desk's public address, without a slash at its end
   */
  public Columns(String baseUrl) {
    Column permalink =
        text(
            "permalink",
            "this wording on the desk, which no correction changes",
            a -> Citation.permalink(a.article(), baseUrl));
    Column words = text("text", "the body, paragraphs with a blank line between them", text());
    Column note =
        text(
            "correction_note",
            "what the outlet itself says it corrected",
            article(Article::correctionNote));
    table = Stream.concat(OF_THE_ARTICLE.stream(), Stream.of(permalink, note)).toList();
    whole = Stream.concat(OF_THE_ARTICLE.stream(), Stream.of(permalink, words, note)).toList();
  }

  /** Appends a column. */
  public static List<Column> and(List<Column> columns, Column last) {
    return Stream.concat(columns.stream(), Stream.of(last)).toList();
  }

  /** Columns for spreadsheets, without the text: a cell holds at most 32,767 characters. */
  public List<Column> table() {
    return table;
  }

  /** All columns, including the text. */
  public List<Column> whole() {
    return whole;
  }

  private static Column.Value text() {
    return article(Article::text);
  }

  private static Column.Value article(Function<Article, @Nullable Object> value) {
    return enriched -> value.apply(enriched.article());
  }

  private static Column text(String name, String meaning, Column.Value value) {
    return column(name, Column.Type.TEXT, meaning, value);
  }

  private static Column texts(String name, String meaning, Column.Value value) {
    return column(name, Column.Type.TEXTS, meaning, value);
  }

  private static Column column(String name, Column.Type type, String meaning, Column.Value value) {
    return new Column(name, type, meaning, value);
  }

  private static @Nullable String written(@Nullable NewsDate date) {
    return date == null ? null : date.toString();
  }

  private static List<String> topics(EnrichedArticle enriched, TopicGrade grade) {
    return enriched.topics().stream()
        .filter(topic -> topic.grade() == grade)
        .map(Topic::id)
        .toList();
  }
}
