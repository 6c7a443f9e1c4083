package io.keeling.contract.article;

import java.util.Objects;

/**
 * The outlet of an article.
 *
 * @param id the id of the {@link io.keeling.contract.source.Source} that led to the article, or
 *     that its import named; its domain if it was imported without a source
 * @param name the outlet's name as its readers know it
 * @param domain the registrable domain of the article's address, such as {@code example.co.uk}. If
 *     others may publish under their own names below that domain (the private part of the public
 *     suffix list, and platforms missing from it), it is the name of the publisher, such as {@code
 *     greenblog.blogspot.com}. For a page in an archive, it is that of the archived address; for a
 *     file without an address, a name below {@code file.invalid}
 */
public record Outlet(String id, String name, String domain) {

  public Outlet {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(domain, "domain");
  }
}
