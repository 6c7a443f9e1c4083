package io.keeling.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.article.Article;
import io.keeling.contract.article.ArticleIds;
import io.keeling.contract.article.Image;
import io.keeling.contract.article.NewsDate;
import io.keeling.contract.article.Outlet;
import io.keeling.contract.article.Provenance;
import io.keeling.contract.correction.CorrectedTag;
import io.keeling.contract.correction.TagCorrection;
import io.keeling.contract.correction.TaggedBy;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.deadletter.RecordOrigin;
import io.keeling.contract.deadletter.Stage;
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
import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.FetchRequest;
import io.keeling.contract.removal.Removal;
import io.keeling.contract.serde.Json;
import io.keeling.contract.source.Source;
import io.keeling.contract.source.SourceKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Each record of the contract with every field set, and with as few as it can have. */
public enum Example {
  SOURCE(
      "source-1",
      new Source(
          "example",
          SourceKind.SECTION,
          "https://example.org/climate",
          "The Example",
          "en",
          "/climate/\\d+",
          Duration.ofMinutes(15),
          true),
      new Source("example", SourceKind.FEED, "https://example.org/f", "Example", null, null, null)),

  FETCH_REQUEST(
      "fetch-request-1",
      new FetchRequest(
          "https://example.org/a",
          FetchPurpose.ARTICLE,
          "example",
          Instant.parse("2026-11-24T10:00:00Z"),
          2,
          "\"abc\"",
          "Tue, 24 Nov 2026 09:00:00 GMT"),
      new FetchRequest(
          "https://example.org/f",
          FetchPurpose.FEED,
          "example",
          Instant.parse("2026-11-24T10:00:00.123456Z"),
          1,
          null,
          null)),

  REMOVAL(
      "removal-1",
      new Removal(
          "0123456789abcdef0123456789abcdef",
          true,
          "order of a court of 2026-11-24",
          Instant.parse("2026-11-24T10:00:00Z"),
          "https://example.org/a"),
      new Removal(
          "0123456789abcdef0123456789abcdef",
          false,
          "taken down by mistake",
          Instant.parse("2026-11-24T10:00:00Z"),
          null)),

  ARTICLE("article-1", fullArticle(), minimalArticle()),

  TAG_CORRECTION(
      "tag-correction-1",
      correction("net-zero", new TagCorrection.Undone("jo", Instant.parse("2026-11-24T11:00:00Z"))),
      new TagCorrection(
          "0123456789abcdef0123456789abcdef",
          CorrectedTag.ARTICLE,
          null,
          "absent",
          "ada",
          Instant.parse("2026-11-24T10:00:00Z"),
          null,
          null,
          null)),

  ENRICHED_ARTICLE(
      "enriched-article-1",
      new EnrichedArticle(
          fullArticle(),
          3,
          List.of(
              new Name(
                  "Berlin",
                  "Berlin",
                  NameType.LOCATION,
                  List.of(new Mention(0, 6)),
                  0.75,
                  "Q64",
                  "DE",
                  52.517,
                  13.389,
                  TaggedBy.EDITOR)),
          List.of(new CountryWeight("DE", 1, TaggedBy.EDITOR)),
          new Climate(
              ClimateGrade.MAIN,
              0.9,
              List.of(new Evidence(7, 15, "lexicon:net zero")),
              TaggedBy.EDITOR),
          List.of(
              new Topic(
                  "net-zero",
                  TopicGrade.MAIN,
                  0.8,
                  List.of(new Evidence(7, 15, "lexicon:net zero")),
                  TaggedBy.EDITOR)),
          new Story("0123456789abcdef0123456789abcdef", false, 2),
          new Enrichment("1", List.of("names-en/1")),
          List.of(correction("net-zero", null).applied())),
      new EnrichedArticle(
          minimalArticle(),
          1,
          List.of(
              new Name(
                  "Ada Okoye",
                  null,
                  NameType.PERSON,
                  List.of(new Mention(0, 9)),
                  0,
                  null,
                  null,
                  null,
                  null)),
          List.of(),
          new Climate(ClimateGrade.NONE, 0, List.of()),
          List.of(),
          null,
          new Enrichment("1", List.of()))),

  DEAD_LETTER(
      "dead-letter-1",
      DeadLetter.builder(
              Stage.READ,
              "too-short",
              "the text has 12 words, an article has at least 50",
              new RecordOrigin("keeling.pages", 3, 5_000_000_000L, "example.org"),
              Instant.parse("2026-11-24T10:00:00Z"))
          .exception("java.lang.IllegalStateException")
          .about("example", "https://example.org/a")
          .trace("trace-1")
          .content(
              Map.of("keeling-trace", "trace-1", "keeling-status", "200"),
              "<html>".getBytes(StandardCharsets.UTF_8))
          .build(),
      DeadLetter.builder(
              Stage.SINK,
              "not-readable",
              "not a readable EnrichedArticle",
              new RecordOrigin("keeling.enriched", 0, 0, null),
              Instant.parse("2026-11-24T10:00:00Z"))
          .build());

  private final String schema;
  private final Record full;
  private final Record minimal;

  Example(String schema, Record full, Record minimal) {
    this.schema = schema;
    this.full = full;
    this.minimal = minimal;
  }

  /** The record's class. */
  public Class<? extends Record> type() {
    return full.getClass();
  }

  /** The name of the record's schema file, without its extension. */
  public String schema() {
    return schema;
  }

  /** JSON of the record with every field set. */
  public JsonNode full() {
    return Json.MAPPER.valueToTree(full);
  }

  /** JSON of the record with as few fields as it can have. */
  public JsonNode minimal() {
    return Json.MAPPER.valueToTree(minimal);
  }

  private static TagCorrection correction(String topic, TagCorrection.@Nullable Undone undone) {
    return new TagCorrection(
        "0123456789abcdef0123456789abcdef",
        CorrectedTag.TOPIC,
        topic,
        "mention",
        "ada",
        Instant.parse("2026-11-24T10:00:00Z"),
        "only in passing",
        new TagCorrection.SaidOf("0123456789abcdef", "net zero"),
        undone);
  }

  private static Article fullArticle() {
    return Article.builder(
            "https://example.org/a?page=1",
            new Outlet("example", "The Example", "example.org"),
            "Berlin plans net zero",
            "Berlin net zero.\n\nTwo 🌍.",
            Instant.parse("2026-11-24T10:00:00Z"))
        .identity(
            ArticleIds.id("https://example.org/a"),
            ArticleIds.version("Berlin plans net zero", "Berlin", List.of(), null, null, null))
        .addresses("https://example.org/a?page=1", "https://example.org/a")
        .subtitle("A city looks ahead")
        .authors(List.of("Ada Okoye", "Jo Lind"))
        .dates(NewsDate.parse("2026-11-24T09:30:00+01:00"), NewsDate.parse("2026-11-25"))
        .language("en")
        .subjects("Climate", List.of("cities", "net zero"))
        .correctionNote("This article was amended on 25 November: it is Berlin, not Bern.")
        .posts(3)
        .image(new Image("https://example.org/i.jpg", "A river", "Jo Lind"))
        .provenance(new Provenance("test/1", Map.of("title", "h1", "text", "density")))
        .build();
  }

  private static Article minimalArticle() {
    return Article.builder(
            "https://example.org/b",
            new Outlet("example.org", "example.org", "example.org"),
            "Rain",
            "Ada Okoye saw rain.",
            Instant.parse("2026-11-24T10:00:00Z"))
        .identity(
            ArticleIds.id("https://example.org/b"),
            ArticleIds.version("Rain", "Ada Okoye saw rain.", List.of(), null, null, null))
        .image(new Image("https://example.org/i.jpg", null, null))
        .free(false)
        .build();
  }
}
