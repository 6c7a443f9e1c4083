package io.keeling.contract.enriched;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keeling.contract.correction.TaggedBy;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A person, organisation or place that an article names, with every mention of it. The ten
 * components are the fields of one JSON object.
 *
 * @param text the longest form in the article
 * @param label the usual English name, whatever the article calls it: "United States" for US, U.S.
 *     or America; null if unknown
 * @param mentions the places in the text, in order
 * @param salience how much the article is about it, 0 to 1
 * @param wikidata Wikidata item, such as {@code Q64}, if a data source has it
 * @param country ISO 3166-1 alpha-2 code of a place
 * @param lat latitude of a place, degrees (WGS 84)
 * @param lon longitude of a place, degrees (WGS 84)
 * @param by who corrected the name, its type or its link; null if everything is from the enrichment
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

  /** Returns the label, or the text if there is none. */
  public String canonical() {
    return label == null ? text : label;
  }
}
