package io.keeling.enrich.annotator;

import io.keeling.contract.article.Article;
import io.keeling.contract.correction.AppliedCorrection;
import io.keeling.contract.enriched.Climate;
import io.keeling.contract.enriched.CountryWeight;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.enriched.Enrichment;
import io.keeling.contract.enriched.Name;
import io.keeling.contract.enriched.Story;
import io.keeling.contract.enriched.Topic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tags of one article: everything of an enriched article that follows from the article alone.
 *
 * @param names people, organisations and places, most salient first
 * @param countries the countries that the article is set in, heaviest first
 * @param climate the article's relation to climate change
 * @param topics topics of the taxonomy, surest first
 * @param enrichment the version and the models that did the tagging
 */
public record Annotation(
    List<Name> names,
    List<CountryWeight> countries,
    Climate climate,
    List<Topic> topics,
    Enrichment enrichment) {

  public Annotation {
    names = List.copyOf(names);
    countries = List.copyOf(countries);
    topics = List.copyOf(topics);
  }

  /** The article with these tags. */
  public EnrichedArticle of(Article article, int revision, @Nullable Story story) {
    return of(article, revision, story, List.of());
  }

  /**
   * The article with these tags.
   *
   * @param corrections the editors' corrections that were applied to these tags
   */
  public EnrichedArticle of(
      Article article, int revision, @Nullable Story story, List<AppliedCorrection> corrections) {
    return new EnrichedArticle(
        article, revision, names, countries, climate, topics, story, enrichment, corrections);
  }
}
