package io.keeling.reader.metadata;

import io.keeling.reader.outline.MetaTags;
import io.keeling.reader.outline.Outline;
import io.keeling.reader.structured.StructuredData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All evidence that a page gives about its article. Used only by the thread that reads the page.
 *
 * @param outline the page
 * @param metas its meta elements
 * @param structured its JSON-LD
 * @param url where it was fetched, or null
 * @param language declared language, lower-case primary subtag, or empty
 * @param fetchedAt when it was fetched; later dates are ignored
 * @param candidates values considered for each field, for explanations
 */
public record PageEvidence(
    Outline outline,
    MetaTags metas,
    StructuredData structured,
    @Nullable String url,
    String language,
    Instant fetchedAt,
    List<Candidate> candidates) {

  public PageEvidence(
      Outline outline,
      MetaTags metas,
      StructuredData structured,
      @Nullable String url,
      String language,
      Instant fetchedAt) {
    this(outline, metas, structured, url, language, fetchedAt, new ArrayList<>());
  }

  public void consider(String field, Object value, String origin, double score) {
    candidates.add(new Candidate(field, value.toString(), origin, score));
  }
}
