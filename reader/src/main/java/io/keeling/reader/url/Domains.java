package io.keeling.reader.url;

import crawlercommons.domains.EffectiveTldFinder;

/**
 * Says to whom a host belongs, by the public suffix list: to whoever runs the machines, and to
 * whoever writes there. On {@code greenblog.blogspot.com} these are two. Stateless; threads may
 * share it.
 */
public final class Domains {

  private Domains() {}

  /**
   * The site of a host: what one operator runs, and so is asked as one. The domain registered with
   * a registry, such as {@code blogspot.com}; the host itself where it has none.
   */
  public static String site(String host) {
    return domain(host, true);
  }

  /**
   * The outlet of a host: what one editor answers for. As the site, but where the operator lets
   * others publish below a name of theirs (the list's private part), that name, such as {@code
   * greenblog.blogspot.com}.
   */
  public static String outlet(String host) {
    return domain(host, false);
  }

  private static String domain(String host, boolean excludePrivate) {
    String domain = EffectiveTldFinder.getAssignedDomain(host, true, excludePrivate);
    return domain == null || domain.isEmpty() ? host : domain;
  }
}
