package io.keeling.ingest.reader;

import io.keeling.contract.article.Article;
import io.keeling.contract.article.ArticleIds;
import io.keeling.contract.article.NewsDate;
import io.keeling.contract.article.Outlet;
import io.keeling.contract.article.Provenance;
import io.keeling.ingest.reader.body.Body;
import io.keeling.ingest.reader.body.BodyFinder;
import io.keeling.ingest.reader.decoding.DecodedPage;
import io.keeling.ingest.reader.decoding.PageDecoder;
import io.keeling.ingest.reader.metadata.AuthorFinder;
import io.keeling.ingest.reader.metadata.Chosen;
import io.keeling.ingest.reader.metadata.DateFinder;
import io.keeling.ingest.reader.metadata.Evidence;
import io.keeling.ingest.reader.metadata.TitleFinder;
import io.keeling.ingest.reader.outline.MetaTags;
import io.keeling.ingest.reader.outline.Outline;
import io.keeling.ingest.reader.outline.PageWalk;
import io.keeling.ingest.reader.structured.JsonLd;
import io.keeling.ingest.reader.structured.StructuredData;
import io.keeling.ingest.reader.wording.Folded;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * Reads a page as a person would: headline, byline, dates and the body, without what surrounds it.
 * Pure: no input, no output, no state. Threads may share it.
 */
public final class ArticleReader {

  /** Name and version that articles carry in their provenance. */
  public static final String NAME = "keeling-reader/1";

  /** Reads one page. Never throws, whatever the bytes are. */
  public Reading read(RawPage page) {
    return explain(page).reading();
  }

  /** Reads one page and tells how. Never throws. */
  public Explanation explain(RawPage page) {
    DecodedPage decoded = PageDecoder.decode(page.bytes(), page.contentType());
    Document document = Parser.htmlParser().parseInput(decoded.html(), "");
    Outline outline = PageWalk.over(document);
    MetaTags metas = new MetaTags(outline.metas());
    String title = outline.documentTitle();
    StructuredData structured =
        StructuredData.of(JsonLd.read(outline.scripts()), page.url(), title);
    String lang = outline.top().element().attr("lang").toLowerCase(Locale.ROOT);
    lang = lang.length() > 2 ? lang.substring(0, 2) : lang;
    Evidence evidence =
        new Evidence(outline, metas, structured, page.url(), lang, page.fetchedAt());
    TitleFinder.Headline headline = TitleFinder.find(evidence);
    String description = metas.firstOf("og:description", "description");
    Chosen<List<String>> authors = AuthorFinder.find(evidence, headline.block());
    Body body =
        BodyFinder.find(
            outline,
            Folded.of(headline.text(), 600),
            headline.block(),
            authors.value().stream().map(Folded::of).toList(),
            description == null ? "" : Folded.of(description, 600),
            structured.ofArticle("articleBody"));
    if (authors.value().isEmpty()) {
      authors = AuthorFinder.inText(evidence, body.blocks());
    }
    Chosen<NewsDate> published =
        DateFinder.published(evidence, headline.block(), body.blocks(), decoded.html());
    if (body.text().isEmpty()) {
      return new Explanation(
          new Reading.Unreadable(UnreadableReason.TOO_SHORT, "no text found"),
          evidence.candidates(),
          body);
    }
    Map<String, String> provenance = new HashMap<>();
    provenance.put("title", headline.origin());
    provenance.put("text", body.rule());
    provenance.put("authors", authors.origin());
    if (published != null) {
      provenance.put("publishedAt", published.origin());
    }
    String url = page.url() == null ? "about:blank" : page.url();
    NewsDate date = published == null ? null : published.value();
    Article article =
        new Article(
            ArticleIds.id(url),
            ArticleIds.version(headline.text(), body.text(), authors.value(), date, null),
            url,
            url,
            page.outlet() == null ? new Outlet("", "", "") : page.outlet(),
            headline.text(),
            null,
            authors.value(),
            date,
            null,
            page.fetchedAt(),
            lang.isEmpty() ? "und" : lang,
            null,
            List.of(),
            body.text(),
            null,
            true,
            new Provenance(NAME, provenance));
    return new Explanation(new Reading.Readable(article), evidence.candidates(), body);
  }
}
