package io.keeling.reader.metadata;

import io.keeling.reader.url.CanonicalUrl;
import io.keeling.reader.url.Domains;
import io.keeling.reader.wording.Placeholders;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the canonical address of an article: the declared one, or else the fetched one. The
 * declared address must be of the same outlet, and may be a front page only if the fetched one is.
 * Both are in the form of {@link CanonicalUrl}, so that they compare here as they do in fetching.
 */
public final class CanonicalAddress {

  /** Score of the fetched address beside a declared one, for explanations. */
  private static final double FETCHED = 0.5;

  private CanonicalAddress() {}

  public static @Nullable Chosen<String> find(PageEvidence evidence) {
    CanonicalUrl fetched =
        Optional.ofNullable(evidence.url()).flatMap(CanonicalUrl::of).orElse(null);
    if (fetched != null) {
      evidence.consider("canonicalUrl", fetched.text(), "url", FETCHED);
    }
    for (Element link : evidence.outline().links()) {
      if (isCanonical(link)) {
        String declared = accepted(link.attr("href"), fetched);
        note(evidence, link.attr("href"), "link:canonical", declared);
        if (declared != null) {
          return new Chosen<>(declared, "link:canonical");
        }
      }
    }
    String graph = evidence.metas().first("og:url");
    String open = accepted(graph, fetched);
    note(evidence, graph, "meta:og:url", open);
    if (open != null) {
      return new Chosen<>(open, "meta:og:url");
    }
    return fetched == null ? null : new Chosen<>(fetched.text(), "url");
  }

  private static void note(
      PageEvidence evidence, @Nullable String found, String origin, @Nullable String accepted) {
    if (found != null) {
      evidence.consider("canonicalUrl", found, origin, accepted == null ? 0 : 1);
    }
  }

  /** Whether a link declares the page's address (RFC 6596), perhaps with other relations. */
  public static boolean isCanonical(Element link) {
    return List.of(link.attr("rel").toLowerCase(Locale.ROOT).split("\\s+")).contains("canonical");
  }

  private static @Nullable String accepted(
      @Nullable String declared, @Nullable CanonicalUrl fetched) {
    if (declared == null
        || declared.isBlank()
        || Placeholders.isUnfilled(declared)
        || CanonicalUrl.namesByFragment(declared)) {
      return null;
    }
    CanonicalUrl address =
        (fetched == null ? CanonicalUrl.of(declared) : fetched.resolve(declared)).orElse(null);
    if (address == null || fetched == null) {
      return address == null ? null : address.text();
    }
    boolean otherOutlet = !Domains.outlet(address.host()).equals(Domains.outlet(fetched.host()));
    boolean front = PageUrls.isFront(address.text()) && !PageUrls.isFront(fetched.text());
    return otherOutlet || front ? null : asSafeAs(fetched, address);
  }

  /**
   * Returns the address, with {@code https} if that was used to fetch the page from the same host.
   * Old templates may still have {@code http}.
   */
  private static String asSafeAs(CanonicalUrl fetched, CanonicalUrl address) {
    boolean less = isSafe(fetched) && !isSafe(address) && address.host().equals(fetched.host());
    return less ? "https://" + address.identity() : address.text();
  }

  private static boolean isSafe(CanonicalUrl address) {
    return address.text().startsWith("https:");
  }
}
