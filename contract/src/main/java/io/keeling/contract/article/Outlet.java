package io.keeling.contract.article;

import java.util.Objects;

/**
 * The outlet an article appeared in.
 *
 * @param id the id of the {@link io.keeling.contract.source.Source} that led to the article or that
 *     its import named; its domain when it was imported without one
 * @param name the outlet's name as its readers know it
 * @param domain the registrable domain of the article's address, such as {@code example.co.uk};
 *     where others may publish below a name of theirs (the private part of the public suffix list,
 *     and platforms that it lacks), that name, such as {@code greenblog.blogspot.com}. Of a page in
 *     an archive, that of the archived address; of a file without an address, a name below {@code
 *     file.invalid}
 */
public record Outlet(String id, String name, String domain) {

  public Outlet {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(domain, "domain");
  }
}
