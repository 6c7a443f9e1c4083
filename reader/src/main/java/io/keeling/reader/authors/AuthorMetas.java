package io.keeling.reader.authors;

import java.util.List;

/** The meta elements that name authors. */
final class AuthorMetas {

  /** Metadata that are written for those who count authors. */
  static final List<String> CAREFUL =
      List.of(
          "parsely-author",
          "sailthru.author",
          "citation_author",
          "bepress_citation_author",
          "citation_authors",
          "dc.creator",
          "byl",
          "rbauthors",
          "bt:author");

  /** Others, which may name the maker of the site. */
  static final List<String> OTHERS =
      List.of(
          "author",
          "article:author",
          "og:article:author",
          "dcterms.creator",
          "dc.contributor",
          "article.author",
          "authors",
          "creator",
          "shareaholic:article_author_name",
          "cxenseparse:author",
          "article_author",
          "article-author",
          "article:author_name",
          "author_name",
          "author-name",
          "og:author",
          "byline",
          "vr:author",
          "mediator_author",
          "dcsext.author",
          "dc.creator.personalname",
          "st:author",
          "autor",
          "auteur");

  private AuthorMetas() {}
}
