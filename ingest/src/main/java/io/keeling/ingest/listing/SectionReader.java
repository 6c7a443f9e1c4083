package io.keeling.ingest.listing;

import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.ingest.url.CanonicalUrl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads a section page for links to articles: those that match the operator's pattern, or, without
 * one, those that measure up as article links. Stateless.
 */
final class SectionReader {

  private SectionReader() {}

  static Listing read(
      CanonicalUrl url,
      byte[] body,
      @Nullable String contentType,
      @Nullable String linkPattern,
      LinkCollector links)
      throws IOException {
    Optional<Pattern> pattern;
    try {
      pattern = Optional.ofNullable(linkPattern).map(Pattern::compile);
    } catch (PatternSyntaxException e) {
      return new Listing.Malformed("bad-link-pattern", "the source's linkPattern cannot be read");
    }
    Document document =
        Jsoup.parse(new ByteArrayInputStream(body), charset(contentType), url.text());
    for (Element anchor : document.select("a[href]")) {
      Optional<CanonicalUrl> target = url.resolve(anchor.attr("href"));
      if (target.isEmpty()) {
        continue;
      }
      boolean article =
          pattern.isPresent()
              ? pattern.get().matcher(bounded(target.get().text())).find()
              : ArticleLinkMeasure.looksLikeArticle(url, target.get(), anchor);
      if (article) {
        links.add(target.get().text(), FetchPurpose.ARTICLE, null, null);
      }
    }
    return links.links(null);
  }

  /** An operator's pattern may be slow on long input; article addresses are short. */
  private static String bounded(String address) {
    return address.length() > 1024 ? address.substring(0, 1024) : address;
  }

  private static @Nullable String charset(@Nullable String contentType) {
    if (contentType == null) {
      return null;
    }
    java.util.regex.Matcher name =
        Pattern.compile("(?i)charset\\s*=\\s*[\"']?([A-Za-z0-9._:-]{1,40})").matcher(contentType);
    try {
      return name.find() && java.nio.charset.Charset.isSupported(name.group(1))
          ? name.group(1)
          : null;
    } catch (java.nio.charset.IllegalCharsetNameException e) {
      return null;
    }
  }
}
