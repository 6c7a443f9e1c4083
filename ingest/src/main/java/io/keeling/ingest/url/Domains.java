package io.keeling.ingest.url;

import crawlercommons.domains.EffectiveTldFinder;

/** Finds the registrable domain of a host by the public suffix list. Stateless. */
public final class Domains {

  private Domains() {}

  /** The domain, such as {@code example.co.uk}; the host itself where it has none. */
  public static String registrable(String host) {
    String domain = EffectiveTldFinder.getAssignedDomain(host, true, true);
    return domain == null || domain.isEmpty() ? host : domain;
  }
}
