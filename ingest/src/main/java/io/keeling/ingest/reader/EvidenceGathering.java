package io.keeling.ingest.reader;

import io.keeling.ingest.reader.decoding.DecodedPage;
import io.keeling.ingest.reader.language.LanguageFinder;
import io.keeling.ingest.reader.metadata.Evidence;
import io.keeling.ingest.reader.metadata.WebAddress;
import io.keeling.ingest.reader.outline.MetaTags;
import io.keeling.ingest.reader.outline.Outline;
import io.keeling.ingest.reader.outline.PageWalk;
import io.keeling.ingest.reader.structured.JsonLd;
import io.keeling.ingest.reader.structured.StructuredData;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Parses a page and gathers what it says about itself. */
final class EvidenceGathering {

  private EvidenceGathering() {}

  static Evidence from(DecodedPage decoded, RawPage page) {
    Document document = Parser.htmlParser().parseInput(decoded.html(), "");
    Outline outline = PageWalk.over(document);
    MetaTags metas = new MetaTags(outline.metas());
    String url = WebAddress.absolute(page.url(), null);
    if (url == null) {
      url = WebAddress.absolute(metas.first("og:url"), null);
    }
    StructuredData structured =
        StructuredData.of(JsonLd.read(outline.scripts()), url, outline.documentTitle());
    return new Evidence(
        outline, metas, structured, url, language(outline, metas), page.fetchedAt());
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
