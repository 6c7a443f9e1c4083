package io.keeling.ingest.reader.metadata;

import io.keeling.contract.article.Outlet;
import io.keeling.ingest.reader.structured.Thing;
import org.jspecify.annotations.Nullable;

/** Names the outlet of a page that did not come from a known source. Stateless. */
public final class OutletFinder {

  private OutletFinder() {}

  /** The outlet by its domain and by the name the page gives it. */
  public static Outlet find(Evidence evidence, @Nullable String canonical) {
    String domain = WebAddress.domain(canonical);
    String name = evidence.metas().first("og:site_name");
    if (name == null) {
      name = publisher(evidence);
    }
    if (name == null) {
      name = evidence.metas().first("application-name");
    }
    return new Outlet(domain, name == null ? domain : name, domain);
  }

  private static @Nullable String publisher(Evidence evidence) {
    Thing article = evidence.structured().article();
    return article == null || !article.node().path("publisher").isObject()
        ? null
        : new Thing(article.node().path("publisher"), false).text("name");
  }
}
