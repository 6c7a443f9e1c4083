package io.keeling.sink;

import io.keeling.contract.article.Article;
import io.keeling.contract.article.ArticleIds;
import io.keeling.contract.article.Image;
import io.keeling.contract.article.NewsDate;
import io.keeling.contract.article.Outlet;
import io.keeling.contract.enriched.Climate;
import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.contract.enriched.CountryWeight;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.enriched.Enrichment;
import io.keeling.contract.enriched.Evidence;
import io.keeling.contract.enriched.Mention;
import io.keeling.contract.enriched.Name;
import io.keeling.contract.enriched.NameType;
import io.keeling.contract.enriched.Story;
import io.keeling.contract.enriched.Topic;
import io.keeling.contract.enriched.TopicGrade;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Invented articles, and records that carry them. */
public final class Fixtures {

  public static final Instant FETCHED = Instant.parse("2026-11-24T10:00:00Z");

  private Fixtures() {}

  /** The id of the n-th article. */
  public static String id(int n) {
    return ArticleIds.id(url(n));
  }

  private static String url(int n) {
    return "https://harbour.example/news/" + n;
  }

  /** A revision of the n-th article; its words follow from the numbers. */
  public static EnrichedArticle enriched(int n, int revision) {
    return enriched(n, revision, "en", "Harbour wall " + n + " holds", "Version " + revision + ".");
  }

  public static EnrichedArticle enriched(
      int n, int revision, String language, String title, String text) {
    return enriched(n, revision, language, title, text, FETCHED);
  }

  /** A revision of the n-th article in the wording of a number, fetched then. */
  public static EnrichedArticle enriched(int n, int revision, int wording, Instant fetched) {
    return enriched(
        n, revision, "en", "Harbour wall " + n + " holds", "Version " + wording + ".", fetched);
  }

  private static EnrichedArticle enriched(
      int n, int revision, String language, String title, String text, Instant fetched) {
    List<String> authors = List.of("Mira \"M\" Okafor", "Jon \\ Berg");
    NewsDate published = NewsDate.of(LocalDate.of(2026, 11, 23));
    Article article =
        Article.builder(
                url(n),
                new Outlet("harbour-post", "Harbour Post", "harbour.example"),
                title,
                text,
                fetched)
            .subtitle("A subtitle\twith a tab")
            .correctionNote("This article was amended: it is 4%, not 3%.")
            .authors(authors)
            .dates(published, null)
            .language(language)
            .subjects("Climate", List.of("sea level", "a,b", ""))
            .image(new Image("https://harbour.example/wall.jpg", "The wall", null))
            .build();
    return new EnrichedArticle(
        article,
        revision,
        List.of(
            new Name(
                "Mira Okafor",
                null,
                NameType.PERSON,
                List.of(new Mention(0, 4), new Mention(4, 7)),
                0.5,
                null,
                null,
                null,
                null),
            new Name(
                "Lagos", "Lagos", NameType.LOCATION, List.of(), 0.4, "Q8673", "NG", 6.45, 3.39)),
        List.of(new CountryWeight("NG", 1)),
        new Climate(ClimateGrade.MAIN, 0.9, List.of()),
        List.of(
            new Topic(
                "sea-level", TopicGrade.MAIN, 0.8, List.of(new Evidence(0, 3, "lexicon:sea"))),
            new Topic("adaptation", TopicGrade.MENTION, 0.4, List.of())),
        new Story(id(n), true, 1),
        new Enrichment("1", List.of("names-en/1")));
  }

  public static byte[] json(EnrichedArticle article) {
    return ContractSerdes.ENRICHED_ARTICLE.serialize(Topics.ENRICHED.name(), article);
  }

  /** The record of an article, as it comes from partition 0. */
  public static ConsumerRecord<byte[], byte[]> record(long offset, EnrichedArticle article) {
    return record(offset, article.article().id(), json(article));
  }

  public static ConsumerRecord<byte[], byte[]> record(long offset, String key, byte[] value) {
    RecordHeaders headers = new RecordHeaders();
    HeaderValues.put(headers, HeaderNames.TRACE, "trace-" + offset);
    return new ConsumerRecord<>(
        Topics.ENRICHED.name(),
        0,
        offset,
        0L,
        TimestampType.CREATE_TIME,
        key.length(),
        value == null ? -1 : value.length,
        key.getBytes(StandardCharsets.UTF_8),
        value,
        headers,
        Optional.empty());
  }
}
