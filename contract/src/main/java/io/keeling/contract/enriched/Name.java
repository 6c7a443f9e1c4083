package io.keeling.contract.enriched;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keeling.contract.correction.TaggedBy;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A person, organisation or place that an article names, with every mention of it. Of ten parts,
 * since in JSON they stand side by side.
 *
 * @param text the longest form in the article
 * @param label what the thing is usually called in English, whatever the article calls it: "United
 *     States" for US, U.S. or America; {@code null} where it is not known what is named
 * @param type what it is
 * @param mentions where the text says so, in order; each cuts the mentioned form out of the text
 * @param salience how much the article is about it, 0 to 1
 * @param wikidata Wikidata item, such as {@code Q64}, where a named data source gives it
 * @param country ISO 3166-1 alpha-2 code of a place
 * @param lat latitude of a place one can point at, degrees (WGS 84)
 * @param lon longitude of it, degrees (WGS 84)
 * @param by who gave it, its kind or that it is not linked; absent where the enrichment did all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Name(
    String text,
    @Nullable String label,
    NameType type,
    List<Mention> mentions,
    double salience,
    @Nullable String wikidata,
    @Nullable String country,
    @Nullable Double lat,
    @Nullable Double lon,
    @Nullable TaggedBy by) {

  public Name {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(type, "type");
    Range.requireFraction(salience, "salience");
    if (lat != null) {
      Range.require(lat, -90, 90, "lat");
    }
    if (lon != null) {
      Range.require(lon, -180, 180, "lon");
    }
    mentions = mentions == null ? List.of() : List.copyOf(mentions);
  }

  /** A name that the enrichment found. */
  public Name(
      String text,
      @Nullable String label,
      NameType type,
      List<Mention> mentions,
      double salience,
      @Nullable String wikidata,
      @Nullable String country,
      @Nullable Double lat,
      @Nullable Double lon) {
    this(text, label, type, mentions, salience, wikidata, country, lat, lon, null);
  }

  /** One name for one thing: the label, where it is known what is named. */
  public String canonical() {
    return label == null ? text : label;
  }
}
