package io.keeling.reader;

import io.keeling.reader.decoding.DecodedPage;
import io.keeling.reader.language.LanguageFinder;
import io.keeling.reader.metadata.Candidate;
import io.keeling.reader.metadata.PageEvidence;
import io.keeling.reader.outline.HtmlTree;
import io.keeling.reader.outline.MetaTags;
import io.keeling.reader.outline.Outline;
import io.keeling.reader.outline.PageWalk;
import io.keeling.reader.structured.JsonLdReader;
import io.keeling.reader.structured.StructuredData;
import io.keeling.reader.url.CanonicalUrl;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Parses a page and gathers what it says about itself. */
final class EvidenceGathering {

  /** Score of a declared language before the text confirms it, for explanations. */
  private static final double DECLARED = 0.5;

  private EvidenceGathering() {}

  static PageEvidence from(DecodedPage decoded, RawPage page) {
    Document document = HtmlTree.parse(decoded.html(), "");
    Outline outline = PageWalk.over(document);
    MetaTags metas = new MetaTags(outline.metas());
    String url = address(page.url());
    if (url == null) {
      url = address(metas.first("og:url"));
    }
    StructuredData structured =
        StructuredData.of(JsonLdReader.read(outline.scripts()), url, outline.documentTitle());
    PageEvidence evidence =
        new PageEvidence(
            outline, metas, structured, url, language(outline, metas), page.fetchedAt());
    decoded
        .claims()
        .forEach(
            (rule, charset) ->
                note(
                    evidence,
                    "encoding",
                    charset,
                    rule,
                    decoded.rule().equals(rule) ? 1 : charset.equals(decoded.charset()) ? 0.5 : 0));
    if (!decoded.claims().containsKey(decoded.rule())) {
      note(evidence, "encoding", decoded.charset(), decoded.rule(), 1);
    }
    if (!evidence.language().isEmpty()) {
      note(evidence, "language", evidence.language(), "declared", DECLARED);
    }
    return evidence;
  }

  /**
   * Returns an address in its canonical form, the form in which pages are fetched; null if it has
   * none.
   */
  private static @Nullable String address(@Nullable String written) {
    return Optional.ofNullable(written)
        .filter(address -> !CanonicalUrl.namesByFragment(address))
        .flatMap(CanonicalUrl::of)
        .map(CanonicalUrl::text)
        .orElse(null);
  }

  private static void note(
      PageEvidence evidence, String field, String value, String origin, double score) {
    evidence.candidates().add(new Candidate(field, value, origin, score));
  }

  private static String language(Outline outline, MetaTags metas) {
    String declared = outline.top().element().attr("lang");
    if (declared.isBlank()) {
      declared = outline.top().element().attr("xml:lang");
    }
    if (declared.isBlank()) {
      String meta = metas.firstOf("og:locale", "content-language", "language", "dc.language");
      declared = meta == null ? "" : meta;
    }
    return LanguageFinder.code(declared);
  }
}
