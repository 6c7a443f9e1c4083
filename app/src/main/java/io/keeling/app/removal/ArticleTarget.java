package io.keeling.app.removal;

import io.keeling.contract.article.Article;
import io.keeling.contract.article.ArticleIds;
import io.keeling.contract.removal.Removal;
import io.keeling.contract.source.Source;
import io.keeling.reader.url.CanonicalUrl;
import io.keeling.reader.url.Domains;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The articles that an operator selects: one by its id or address, or all of a source or an outlet.
 * Immutable and safe to share between threads.
 */
public sealed interface ArticleTarget {

  /** A host, or a domain, in any script. */
  Pattern HOST = Pattern.compile("[\\p{L}\\p{M}\\p{N}._-]{1,253}");

  boolean matches(Article article);

  /** Returns the id of the article if the target is a single article. */
  Optional<String> singleId();

  /** Whether the target is this source, or the outlet that it belongs to. */
  boolean covers(Source source);

  /** Whether the target is a single article. */
  default boolean isOne() {
    return singleId().isPresent();
  }

  /** Whether the target is the single article with this id. */
  default boolean isId(String article) {
    return singleId().filter(article::equals).isPresent();
  }

  /** Whether the target is the single article at an address, canonical or not. */
  default boolean isUrl(String url) {
    return CanonicalUrl.of(url)
        .filter(canonical -> isId(ArticleIds.id(canonical.text())))
        .isPresent();
  }

  /** One article. */
  sealed interface Single extends ArticleTarget {

    String id();

    @Override
    default Optional<String> singleId() {
      return Optional.of(id());
    }

    @Override
    default boolean covers(Source source) {
      return false;
    }
  }

  /** An article by its id. */
  record ById(String id) implements Single {
    @Override
    public boolean matches(Article article) {
      return article.id().equals(id);
    }
  }

  /** An article by an address that it has or had. */
  record ByUrl(String url, String id) implements Single {
    @Override
    public boolean isUrl(String other) {
      return other.equals(url) || Single.super.isUrl(other);
    }

    @Override
    public boolean matches(Article article) {
      return article.id().equals(id)
          || article.url().equals(url)
          || article.canonicalUrl().equals(url);
    }
  }

  /** All articles of a source. */
  record BySource(String source) implements ArticleTarget {
    @Override
    public Optional<String> singleId() {
      return Optional.empty();
    }

    @Override
    public boolean covers(Source other) {
      return other.id().equals(source);
    }

    @Override
    public boolean matches(Article article) {
      return article.source().id().equals(source);
    }
  }

  /**
   * All articles of an outlet, whichever source led to them.
   *
   * @param domain in the form of {@link #outlet}
   */
  record ByOutlet(String domain) implements ArticleTarget {
    @Override
    public Optional<String> singleId() {
      return Optional.empty();
    }

    @Override
    public boolean covers(Source source) {
      return CanonicalUrl.of(source.url())
          .filter(url -> Domains.outlet(url).equals(domain))
          .isPresent();
    }

    @Override
    public boolean matches(Article article) {
      return outlet(article).equals(domain);
    }
  }

  /**
   * Returns the domain of an article's outlet, computed from its address. The article itself may
   * name the domain that an earlier release took for its outlet, such as a platform of many
   * outlets.
   */
  static String outlet(Article article) {
    return CanonicalUrl.of(article.canonicalUrl())
        .map(Domains::outlet)
        .orElse(article.source().domain());
  }

  /** Returns a target for a host's outlet, such as {@code example.org}. */
  static ArticleTarget ofOutlet(String host) {
    return host(host)
        .map(name -> (ArticleTarget) new ByOutlet(Domains.outlet(name)))
        .orElseThrow(
            () -> new IllegalArgumentException(host + " is no domain, such as example.org"));
  }

  /** Returns a host in the form used in DNS; empty if it is not a host. */
  private static Optional<String> host(String text) {
    return HOST.matcher(text).matches()
        ? CanonicalUrl.of("https://" + text).map(CanonicalUrl::host)
        : Optional.empty();
  }

  /** Parses an article's id or address, or a source's id. */
  static ArticleTarget of(String text) {
    if (Removal.isId(text)) {
      return new ById(text);
    }
    if (text.contains("://")) {
      return CanonicalUrl.of(text)
          .map(url -> (ArticleTarget) new ByUrl(text, ArticleIds.id(url.text())))
          .orElseThrow(() -> new IllegalArgumentException(text + " is no address of a page"));
    }
    // Articles whose source is not in the catalogue have their outlet's domain as source.
    return (Source.isId(text) ? Optional.of(text) : host(text))
        .map(BySource::new)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    text
                        + " is no article's id (32 hexadecimal digits), no address and no source's"
                        + " id"));
  }
}
