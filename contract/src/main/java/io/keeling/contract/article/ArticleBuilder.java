package io.keeling.contract.article;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds an {@link Article}. By default it is free, in an undetermined language and has one
 * address; id and version are computed from its fields. Not for sharing between threads.
 */
public final class ArticleBuilder {

  private static final String UNDETERMINED = "und";

  private @Nullable String id;
  private @Nullable String version;
  private String url;
  private String canonicalUrl;
  private Outlet source;
  private String title;
  private String text;
  private Instant fetchedAt;
  private String language = UNDETERMINED;
  private List<String> authors = List.of();
  private List<String> keywords = List.of();
  private boolean free = true;
  private Provenance provenance = Provenance.NONE;
  private @Nullable String subtitle;
  private @Nullable NewsDate publishedAt;
  private @Nullable NewsDate modifiedAt;
  private @Nullable String section;
  private @Nullable Image image;
  private @Nullable Integer posts;
  private @Nullable String correctionNote;

  ArticleBuilder(String url, Outlet source, String title, String text, Instant fetchedAt) {
    this.url = url;
    this.canonicalUrl = url;
    this.source = source;
    this.title = title;
    this.text = text;
    this.fetchedAt = fetchedAt;
  }

  ArticleBuilder(Article article) {
    this(article.url(), article.source(), article.title(), article.text(), article.fetchedAt());
    this.id = article.id();
    this.version = article.version();
    this.canonicalUrl = article.canonicalUrl();
    this.subtitle = article.subtitle();
    this.authors = article.authors();
    this.publishedAt = article.publishedAt();
    this.modifiedAt = article.modifiedAt();
    this.language = article.language();
    this.section = article.section();
    this.keywords = article.keywords();
    this.posts = article.posts();
    this.correctionNote = article.correctionNote();
    this.image = article.image();
    this.free = article.free();
    this.provenance = article.provenance();
  }

  /** Sets id and version, which are otherwise computed from the other fields. */
  public ArticleBuilder identity(String articleId, String articleVersion) {
    this.id = articleId;
    this.version = articleVersion;
    return this;
  }

  /** Computes id and version from the other fields. */
  public ArticleBuilder identified() {
    this.id = null;
    this.version = null;
    return this;
  }

  /** Sets the address that was fetched, and the canonical one. */
  public ArticleBuilder addresses(String fetched, String canonical) {
    this.url = fetched;
    this.canonicalUrl = canonical;
    return this;
  }

  public ArticleBuilder source(Outlet outlet) {
    this.source = outlet;
    return this;
  }

  public ArticleBuilder title(String headline) {
    this.title = headline;
    return this;
  }

  public ArticleBuilder subtitle(@Nullable String standfirst) {
    this.subtitle = standfirst;
    return this;
  }

  public ArticleBuilder authors(List<String> people) {
    this.authors = people;
    return this;
  }

  public ArticleBuilder dates(@Nullable NewsDate published, @Nullable NewsDate modified) {
    this.publishedAt = published;
    this.modifiedAt = modified;
    return this;
  }

  public ArticleBuilder fetchedAt(Instant moment) {
    this.fetchedAt = moment;
    return this;
  }

  public ArticleBuilder language(String code) {
    this.language = code;
    return this;
  }

  public ArticleBuilder subjects(@Nullable String name, List<String> words) {
    this.section = name;
    this.keywords = words;
    return this;
  }

  public ArticleBuilder text(String body) {
    this.text = body;
    return this;
  }

  public ArticleBuilder correctionNote(@Nullable String note) {
    this.correctionNote = note;
    return this;
  }

  public ArticleBuilder posts(@Nullable Integer number) {
    this.posts = number;
    return this;
  }

  public ArticleBuilder image(@Nullable Image lead) {
    this.image = lead;
    return this;
  }

  public ArticleBuilder free(boolean open) {
    this.free = open;
    return this;
  }

  public ArticleBuilder provenance(Provenance rules) {
    this.provenance = rules;
    return this;
  }

  public Article build() {
    return new Article(
        id == null ? ArticleIds.id(canonicalUrl) : id,
        version == null
            ? ArticleIds.version(title, text, authors, publishedAt, modifiedAt, correctionNote)
            : version,
        url,
        canonicalUrl,
        source,
        title,
        subtitle,
        authors,
        publishedAt,
        modifiedAt,
        fetchedAt,
        language,
        section,
        keywords,
        text,
        correctionNote,
        posts,
        image,
        free,
        provenance);
  }
}
