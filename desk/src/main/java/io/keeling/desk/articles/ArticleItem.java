package io.keeling.desk.articles;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keeling.contract.article.Article;
import io.keeling.contract.article.Image;
import io.keeling.contract.article.NewsDate;
import io.keeling.contract.article.Outlet;
import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.contract.enriched.CountryWeight;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.enriched.NameType;
import io.keeling.contract.enriched.Story;
import io.keeling.contract.enriched.TopicGrade;
import io.keeling.desk.articles.store.ListedArticle;
import io.keeling.desk.label.Labels;
import io.keeling.search.text.Excerpt;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article in a list of the API, without its text and the positions of its tags. Immutable;
 * threads may share it. A field that also exists in the contract has the same meaning here.
 *
 * @param snippet the part of the text that matches best, or its beginning
 * @param sortedAt when it was published; if unknown, when it was first seen
 * @param storedAt when its current state was stored
 * @param corrected whether it has earlier versions, or its outlet says that it was changed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ArticleItem(
    String id,
    String version,
    int revision,
    String url,
    Outlet source,
    String title,
    @Nullable String subtitle,
    List<String> authors,
    @Nullable NewsDate publishedAt,
    @Nullable NewsDate modifiedAt,
    Instant fetchedAt,
    Instant sortedAt,
    Instant storedAt,
    String language,
    @Nullable String section,
    boolean free,
    boolean corrected,
    @Nullable String correctionNote,
    @Nullable Image image,
    ClimateItem climate,
    List<TopicItem> topics,
    List<NameItem> names,
    List<CountryWeight> countries,
    @Nullable Story story,
    Excerpt snippet) {

  /** A topic without its evidence. */
  public record TopicItem(String id, String label, TopicGrade grade, double score) {}

  /** The climate grade without its evidence. */
  public record ClimateItem(ClimateGrade grade, double score) {}

  /** A name without its positions in the text. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record NameItem(
      String text,
      @Nullable String label,
      NameType type,
      int mentions,
      double salience,
      @Nullable String wikidata) {}

  public static ArticleItem of(ListedArticle listed, Labels labels) {
    EnrichedArticle enriched = listed.article();
    Article article = enriched.article();
    return new ArticleItem(
        article.id(),
        article.version(),
        enriched.revision(),
        article.canonicalUrl(),
        article.source(),
        article.title(),
        article.subtitle(),
        article.authors(),
        article.publishedAt(),
        article.modifiedAt(),
        article.fetchedAt(),
        listed.sortedAt(),
        listed.storedAt(),
        article.language(),
        article.section(),
        article.free(),
        listed.corrected(),
        article.correctionNote(),
        article.image(),
        new ClimateItem(enriched.climate().grade(), enriched.climate().score()),
        enriched.topics().stream()
            .map(t -> new TopicItem(t.id(), labels.topics().of(t.id()), t.grade(), t.score()))
            .toList(),
        enriched.names().stream()
            .map(
                n ->
                    new NameItem(
                        n.text(),
                        n.label(),
                        n.type(),
                        n.mentions().size(),
                        n.salience(),
                        n.wikidata()))
            .toList(),
        enriched.countries(),
        enriched.story(),
        listed.snippet());
  }
}
