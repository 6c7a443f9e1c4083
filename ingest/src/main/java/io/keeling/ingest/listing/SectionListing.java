package io.keeling.ingest.listing;

import io.keeling.ingest.listing.Listing.Unlisted;
import io.keeling.ingest.listing.PageAnchors.Anchor;
import io.keeling.reader.decoding.PageDecoder;
import io.keeling.reader.outline.HtmlTree;
import io.keeling.reader.url.CanonicalUrl;
import io.keeling.runtime.deadline.RecordDeadline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Finds the links to articles on a section page: those that match the operator's pattern, or,
 * without one, those that {@link ArticleLinkMeasure} judges to be articles. Never throws, whatever
 * the bytes hold.
 */
public final class SectionListing {

  private SectionListing() {}

  /**
   * @param bytes the body, after content decoding
   * @param contentType the {@code Content-Type} header as the server wrote it
   * @param base the address of the response
   * @param linkPattern occurs in the absolute address of every article link, on any host; null to
   *     use {@link ArticleLinkMeasure} instead
   * @param limit maximum number of links; the first on the page are kept
   */
  public static Listing read(
      byte[] bytes,
      @Nullable String contentType,
      CanonicalUrl base,
      @Nullable LinkPattern linkPattern,
      int limit) {
    String html = PageDecoder.decode(bytes, contentType).html();
    if (html.isBlank()) {
      return new Unlisted(UnlistedReason.EMPTY, "the section page is empty");
    }
    Document document = HtmlTree.parse(html, base.text());
    List<Anchor> anchors = PageAnchors.of(document);
    if (anchors.isEmpty()) {
      return new Unlisted(UnlistedReason.NOT_A_LISTING, "a page without a single link");
    }
    ArticleLinkMeasure measure = new ArticleLinkMeasure(base);
    Map<String, Candidate> candidates = new LinkedHashMap<>();
    for (Anchor anchor : anchors) {
      RecordDeadline.checkpoint();
      CanonicalUrl.of(anchor.element().absUrl("href"))
          .ifPresent(
              url -> {
                String text = HtmlTree.line(anchor.element());
                boolean taken =
                    linkPattern == null
                        ? measure.isArticle(url, anchor, text)
                        : linkPattern.isIn(url.text());
                candidates.merge(url.text(), new Candidate(text, taken), Candidate::together);
              });
    }
    if (linkPattern != null && linkPattern.isExhausted()) {
      return new Unlisted(
          UnlistedReason.MALFORMED, "the source's pattern for links takes too long on this page");
    }
    LinkCollector links = new LinkCollector(base, limit);
    candidates.forEach(
        (url, candidate) -> {
          if (candidate.taken) {
            links.add(url, candidate.title, null, null);
          }
        });
    return links.listed(Optional.empty(), false);
  }

  /** All links to one address: teasers link it twice, from the picture and from the headline. */
  private record Candidate(String title, boolean taken) {

    Candidate together(Candidate other) {
      return new Candidate(
          title.length() >= other.title.length() ? title : other.title, taken || other.taken);
    }
  }
}
