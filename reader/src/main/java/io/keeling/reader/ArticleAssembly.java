package io.keeling.reader;

import io.keeling.contract.article.Article;
import io.keeling.contract.article.ArticleLimits;
import io.keeling.contract.article.Image;
import io.keeling.contract.article.NewsDate;
import io.keeling.contract.article.Provenance;
import io.keeling.contract.text.PlainText;
import io.keeling.reader.body.Body;
import io.keeling.reader.dates.PageDates;
import io.keeling.reader.decoding.DecodedPage;
import io.keeling.reader.images.ImageFinder;
import io.keeling.reader.language.LanguageFinder;
import io.keeling.reader.metadata.Candidate;
import io.keeling.reader.metadata.CanonicalAddress;
import io.keeling.reader.metadata.Chosen;
import io.keeling.reader.metadata.DeclaredStandfirst;
import io.keeling.reader.metadata.OutletFinder;
import io.keeling.reader.metadata.PageEvidence;
import io.keeling.reader.metadata.PaywallFinder;
import io.keeling.reader.metadata.SubjectFinder;
import io.keeling.reader.metadata.TitleFinder.Headline;
import io.keeling.reader.wording.CleanText;
import io.keeling.reader.wording.FirstWords;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Builds an article from what was found, and records the rule that gave each field. */
final class ArticleAssembly {

  /** Placeholder for the address of a page whose address is unknown. */
  private static final String NO_ADDRESS = "about:blank";

  /** Placeholder for the values that are computed from all other fields. */
  private static final String UNIDENTIFIED = "";

  private final RawPage page;
  private final DecodedPage decoded;
  private final PageEvidence evidence;
  private final Headline headline;
  private final Chosen<List<String>> authors;
  private final PageDates dates;
  private final Body body;
  private final Map<String, String> rules = new TreeMap<>();

  ArticleAssembly(
      RawPage page,
      DecodedPage decoded,
      PageEvidence evidence,
      Headline headline,
      Chosen<List<String>> authors,
      PageDates dates,
      Body body) {
    this.page = page;
    this.decoded = decoded;
    this.evidence = evidence;
    this.headline = headline;
    this.authors = authors;
    this.dates = dates;
    this.body = body;
  }

  Article article() {
    rules.put("encoding", decoded.rule());
    rules.put("title", headline.origin());
    rules.put("text", body.rule());
    if (!authors.value().isEmpty()) {
      rules.put("authors", authors.origin());
    }
    NewsDate published = note("publishedAt", dates.published());
    NewsDate modified = note("modifiedAt", dates.modified());
    String canonical = note("canonicalUrl", CanonicalAddress.find(evidence));
    String url = page.url() != null ? page.url() : canonical != null ? canonical : NO_ADDRESS;
    canonical = canonical == null ? url : canonical;
    Image image = note("image", ImageFinder.find(evidence, headline.block()));
    String section = note("section", SubjectFinder.section(evidence));
    Chosen<List<String>> keywords = SubjectFinder.keywords(evidence);
    if (!keywords.value().isEmpty()) {
      rules.put("keywords", keywords.origin());
    }
    Chosen<Boolean> free =
        body.isCiphered()
            ? new Chosen<>(false, "ciphered-text")
            : PaywallFinder.free(evidence, body.blocks());
    if (!free.value()) {
      rules.put("free", free.origin());
    }
    String note = note("correctionNote", body.correction());
    String text = CleanText.of(body.text());
    String title = PlainText.line(CleanText.of(headline.text()), ArticleLimits.TITLE);
    if (title.isEmpty()) {
      title = FirstWords.of(text);
      rules.put("title", "first-words");
    }
    Article article =
        new Article(
            UNIDENTIFIED,
            UNIDENTIFIED,
            url,
            canonical,
            page.outlet() != null ? page.outlet() : OutletFinder.find(evidence, canonical),
            title,
            subtitle(title, text),
            authors.value().stream().map(CleanText::of).toList(),
            published,
            modified,
            page.fetchedAt(),
            language(text),
            section,
            keywords.value().stream().map(CleanText::of).toList(),
            text,
            note == null ? null : CleanText.line(note),
            body.posts(),
            image,
            free.value(),
            new Provenance(ArticleReader.NAME, rules));
    return ArticleLimits.within(article).identified();
  }

  /**
   * Returns the standfirst that the page prints, or else the one in its metadata. Returns null if
   * the text contains the printed standfirst, often as its first paragraph.
   */
  private @Nullable String subtitle(String title, String text) {
    if (body.standfirst() == null) {
      String declared = note("subtitle", DeclaredStandfirst.find(evidence, title, text));
      return declared == null ? null : CleanText.line(declared);
    }
    String standfirst = CleanText.of(body.standfirst().text());
    return standfirst.isEmpty() || text.contains(standfirst) ? null : standfirst;
  }

  private String language(String text) {
    LanguageFinder.Found found = LanguageFinder.find(text, evidence.language());
    rules.put("language", found.rule());
    evidence.candidates().add(new Candidate("language", found.code(), found.rule(), 1));
    return found.code();
  }

  private <T> @Nullable T note(String field, @Nullable Chosen<T> chosen) {
    if (chosen == null) {
      return null;
    }
    rules.put(field, chosen.origin());
    return chosen.value();
  }
}
