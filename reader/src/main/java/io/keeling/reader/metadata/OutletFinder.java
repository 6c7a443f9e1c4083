package io.keeling.reader.metadata;

import io.keeling.contract.article.Outlet;
import io.keeling.reader.structured.Thing;
import io.keeling.reader.url.CanonicalUrl;
import io.keeling.reader.url.Domains;
import io.keeling.reader.wording.Folded;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names the outlet of a page that did not come from a known source. */
public final class OutletFinder {

  /** Longest name, in characters; longer texts are titles or mottos. */
  private static final int LONGEST = 60;

  /**
   * Ending of hosts that cannot exist (RFC 6761, section 6.4). An imported page without an address
   * gets such a host.
   */
  private static final String NOWHERE = ".invalid";

  /** Longest label of a host, in characters (RFC 1035, section 2.3.4). */
  private static final int LONGEST_LABEL = 63;

  private OutletFinder() {}

  public static Outlet find(PageEvidence evidence, @Nullable String canonical) {
    String domain =
        Optional.ofNullable(canonical).flatMap(CanonicalUrl::of).map(Domains::outlet).orElse("");
    String name = name(evidence);
    if (domain.endsWith(NOWHERE)) {
      domain = made(name, domain);
    }
    return new Outlet(domain, name.isEmpty() ? domain : name, domain);
  }

  /**
   * Returns a domain made from the outlet's name, for pages without a known address. Otherwise all
   * such pages would count as one outlet.
   */
  private static String made(String name, String domain) {
    String label = Folded.of(name).replace(' ', '-');
    return label.isEmpty()
        ? domain
        : label.substring(0, Math.min(LONGEST_LABEL, label.length())) + "." + domain;
  }

  static String name(PageEvidence evidence) {
    String name = accepted(evidence, evidence.metas().first("og:site_name"), "meta:og:site_name");
    if (name == null) {
      name = accepted(evidence, publisher(evidence), "json-ld:publisher");
    }
    if (name == null) {
      name =
          accepted(evidence, evidence.metas().first("application-name"), "meta:application-name");
    }
    return name == null ? "" : name;
  }

  private static @Nullable String accepted(
      PageEvidence evidence, @Nullable String name, String origin) {
    if (name == null) {
      return null;
    }
    boolean plausible = name.length() <= LONGEST && !name.contains("://") && !name.endsWith("/");
    evidence.consider("source", name, origin, plausible ? 1 : 0);
    return plausible ? name : null;
  }

  private static @Nullable String publisher(PageEvidence evidence) {
    Thing article = evidence.structured().article();
    return article == null || !article.node().path("publisher").isObject()
        ? null
        : new Thing(article.node().path("publisher"), false).text("name");
  }
}
