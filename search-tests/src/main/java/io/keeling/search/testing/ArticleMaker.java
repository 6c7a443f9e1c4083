package io.keeling.search.testing;

import io.keeling.contract.article.Article;
import io.keeling.contract.article.ArticleIds;
import io.keeling.contract.article.NewsDate;
import io.keeling.contract.article.Outlet;
import io.keeling.contract.article.Provenance;
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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes articles for tests, each tag with its places in the text. */
public final class ArticleMaker {

  private final String url;
  private final String title;
  private final String text;
  private Outlet source = new Outlet("harbour-post", "The Harbour Post", "harbour-post.example");
  private String language = "en";
  private String published = "2026-11-20T10:00:00Z";
  private Instant fetched = Instant.parse("2026-11-24T12:00:00Z");
  private @Nullable String modified;
  private ClimateGrade grade = ClimateGrade.MAIN;
  private int revision = 1;
  private Story story;
  private String subtitle;
  private @Nullable String note;
  private boolean free = true;
  private List<String> authors = List.of();
  private final List<Name> names = new ArrayList<>();
  private final List<Topic> topics = new ArrayList<>();
  private final List<CountryWeight> countries = new ArrayList<>();

  private ArticleMaker(String path, String title, String text) {
    this.url = "https://news.example/" + path;
    this.title = title;
    this.text = text;
  }

  /** An article; equal paths are versions of one. */
  public static ArticleMaker article(String path, String title, String text) {
    return new ArticleMaker(path, title, text);
  }

  public ArticleMaker from(String id, String name) {
    return from(id, name, id + ".example");
  }

  public ArticleMaker from(String id, String name, String domain) {
    source = new Outlet(id, name, domain);
    return this;
  }

  public ArticleMaker in(String code) {
    language = code;
    return this;
  }

  public ArticleMaker published(String dateTime) {
    published = dateTime;
    return this;
  }

  /** It does not say when it was published; found at a moment. */
  public ArticleMaker undated(String found) {
    published = "";
    fetched = Instant.parse(found);
    return this;
  }

  /** When the publisher says it changed it. */
  public ArticleMaker modified(String dateTime) {
    modified = dateTime;
    return this;
  }

  public ArticleMaker climate(ClimateGrade value) {
    grade = value;
    return this;
  }

  public ArticleMaker revision(int value) {
    revision = value;
    return this;
  }

  public ArticleMaker story(String id, int outlets) {
    story = new Story(id, false, outlets);
    return this;
  }

  public ArticleMaker by(String... people) {
    authors = List.of(people);
    return this;
  }

  public ArticleMaker paid() {
    free = false;
    return this;
  }

  public ArticleMaker name(String name, NameType type, String... forms) {
    List<Mention> mentions = new ArrayList<>();
    for (String form : forms.length == 0 ? new String[] {name} : forms) {
      Matcher matcher = Pattern.compile(Pattern.quote(form)).matcher(text);
      while (matcher.find()) {
        mentions.add(new Mention(matcher.start(), matcher.end()));
      }
    }
    names.add(
        new Name(name, null, type, mentions, 0.8 / (names.size() + 1), null, null, null, null));
    return this;
  }

  /** A name of something that is known under another one. */
  public ArticleMaker known(String name, String label, NameType type) {
    names.add(new Name(name, label, type, List.of(), 0.5, null, null, null, null));
    return this;
  }

  /** A place that Wikidata has an entry of. */
  public ArticleMaker place(String name, String label, String wikidata, String country) {
    names.add(
        new Name(name, label, NameType.LOCATION, List.of(), 0.5, wikidata, country, null, null));
    return this;
  }

  public ArticleMaker subtitle(String value) {
    subtitle = value;
    return this;
  }

  /** What its outlet says it corrected. */
  public ArticleMaker note(String value) {
    note = value;
    return this;
  }

  public ArticleMaker topic(String id, double score, String... words) {
    return topic(id, TopicGrade.MAIN, score, words);
  }

  /** A topic that it only speaks of. */
  public ArticleMaker mention(String id, String... words) {
    return topic(id, TopicGrade.MENTION, 0.75, words);
  }

  private ArticleMaker topic(String id, TopicGrade grade, double score, String... words) {
    List<Evidence> evidence = new ArrayList<>();
    for (String word : words) {
      Matcher matcher =
          Pattern.compile(Pattern.quote(word), Pattern.CASE_INSENSITIVE).matcher(text);
      while (matcher.find()) {
        evidence.add(new Evidence(matcher.start(), matcher.end(), "lexicon:" + word));
      }
    }
    topics.add(new Topic(id, grade, score, evidence));
    return this;
  }

  public ArticleMaker country(String code, double weight) {
    countries.add(new CountryWeight(code, weight));
    return this;
  }

  /** The article's id. */
  public String id() {
    return ArticleIds.id(url);
  }

  /** The article with its tags. */
  public EnrichedArticle make() {
    NewsDate date = published.isEmpty() ? null : NewsDate.parse(published);
    NewsDate changed = modified == null ? null : NewsDate.parse(modified);
    Instant found =
        published.length() <= 10
            ? fetched
            : OffsetDateTime.parse(published).toInstant().plusSeconds(900);
    return new EnrichedArticle(
        Article.builder(url, source, title, text, found)
            .authors(authors)
            .subtitle(subtitle)
            .correctionNote(note)
            .dates(date, changed)
            .language(language)
            .free(free)
            .provenance(
                new Provenance(
                    "keeling-reader/1", Map.of("title", "json-ld:headline", "text", "density")))
            .identity(id(), ArticleIds.version(title, text, authors, date, changed, note))
            .build(),
        revision,
        names,
        countries,
        new Climate(grade, 0.9, List.of()),
        topics,
        story,
        new Enrichment("1", List.of("names-en/1")));
  }
}
