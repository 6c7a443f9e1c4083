package io.keeling.feeds.api;

import io.keeling.contract.article.Article;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.enriched.Topic;
import io.keeling.contract.enriched.TopicGrade;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Articles as rows of a table (RFC 4180), without their text. Stateless; threads may share it. */
final class Csv {

  /** The names of the columns. */
  static final String HEADER =
      "id,version,title,source,domain,url,published,fetched,language,authors,climate,"
          + "climate_score,topics,mentioned_topics,names,countries,story,free\r\n";

  private Csv() {}

  /** The row of an article. */
  static String row(EnrichedArticle enriched) {
    Article article = enriched.article();
    return List.of(
                cell(article.id()),
                cell(article.version()),
                cell(article.title()),
                cell(article.source().name()),
                cell(article.source().domain()),
                cell(article.canonicalUrl()),
                cell(article.publishedAt() == null ? null : article.publishedAt().toString()),
                cell(article.fetchedAt().toString()),
                cell(article.language()),
                cell(String.join("; ", article.authors())),
                cell(enriched.climate().grade().name().toLowerCase(Locale.ROOT)),
                Double.toString(enriched.climate().score()),
                cell(topics(enriched, TopicGrade.MAIN)),
                cell(topics(enriched, TopicGrade.MENTION)),
                cell(
                    enriched.names().stream()
                        .map(n -> n.canonical())
                        .collect(Collectors.joining("; "))),
                cell(
                    enriched.countries().stream()
                        .map(c -> c.code())
                        .collect(Collectors.joining("; "))),
                cell(enriched.story() == null ? null : enriched.story().id()),
                Boolean.toString(article.free()))
            .stream()
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  private static String topics(EnrichedArticle enriched, TopicGrade grade) {
    return enriched.topics().stream()
        .filter(topic -> topic.grade() == grade)
        .map(Topic::id)
        .collect(Collectors.joining("; "));
  }

  /**
   * A value that a spreadsheet shows and never runs: one that would begin a formula gets an
   * apostrophe in front (OWASP, CSV injection).
   */
  static String cell(@Nullable String value) {
    if (value == null || value.isEmpty()) {
      return "";
    }
    String safe = "=+-@\t\r\n".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
