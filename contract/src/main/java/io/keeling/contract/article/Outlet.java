package io.keeling.contract.article;

import java.util.Objects;

/**
 * The outlet of an article.
 *
 * @param id the id of the {@link io.keeling.contract.source.Source} that led to the article, or the
 *     id given when it was imported; the article's domain if it was imported without a source
 * @param name the outlet's name as its readers know it
 * @param domain the registrable domain of the article's address, such as {@code example.co.uk}. If
 *     others may publish under their own names below that domain (the private part of the public
 *     suffix list, and platforms missing from it), it is the publisher's own name below that
 *     domain, such as {@code greenblog.blogspot.com}. For a page from a web archive, it is the
 *     domain of the archived address. For a file without an address, it is a name below {@code
 *     file.invalid}
 */
public record Outlet(String id, String name, String domain) {

  public Outlet {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(domain, "domain");
  }
}
