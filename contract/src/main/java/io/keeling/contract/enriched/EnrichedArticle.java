package io.keeling.contract.enriched;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.keeling.contract.article.Article;
import io.keeling.contract.correction.AppliedCorrection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The current state of an article with its tags: the value of {@code keeling.enriched}. In JSON the
 * article's own fields are beside the tags.
 *
 * @param article the version that was tagged
 * @param revision 1, 2, 3 ... of this article; consumers with state keep the highest, as a repeated
 *     record keeps its number
 * @param names people, organisations and places, most salient first
 * @param countries where the article is set, highest weight first
 * @param topics topics of the taxonomy, highest score first
 * @param story the text that the article shares with articles of other outlets, if any
 * @param enrichment the version and models of the tagging
 * @param corrections editors' corrections of its tags, oldest first; omitted in JSON if there are
 *     none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EnrichedArticle(
    @JsonUnwrapped Article article,
    int revision,
    List<Name> names,
    List<CountryWeight> countries,
    Climate climate,
    List<Topic> topics,
    @Nullable Story story,
    Enrichment enrichment,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<AppliedCorrection> corrections) {

  public EnrichedArticle {
    Objects.requireNonNull(article, "article");
    Objects.requireNonNull(climate, "climate");
    Objects.requireNonNull(enrichment, "enrichment");
    Range.requirePositive(revision, "revision");
    names = names == null ? List.of() : List.copyOf(names);
    countries = countries == null ? List.of() : List.copyOf(countries);
    topics = topics == null ? List.of() : List.copyOf(topics);
    corrections = corrections == null ? List.of() : List.copyOf(corrections);
  }

  public EnrichedArticle(
      Article article,
      int revision,
      List<Name> names,
      List<CountryWeight> countries,
      Climate climate,
      List<Topic> topics,
      @Nullable Story story,
      Enrichment enrichment) {
    this(article, revision, names, countries, climate, topics, story, enrichment, List.of());
  }

  public EnrichedArticle with(@Nullable Story other) {
    return new EnrichedArticle(
        article, revision, names, countries, climate, topics, other, enrichment, corrections);
  }

  /** Omits the article's text, which must never reach a log. */
  @Override
  public String toString() {
    return "EnrichedArticle[" + article + " revision " + revision + "]";
  }
}
