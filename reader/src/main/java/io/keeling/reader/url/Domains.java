package io.keeling.reader.url;

import crawlercommons.domains.EffectiveTldFinder;
import io.keeling.reader.wording.WordList;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds who is responsible for a host, by the public suffix list: a site is what one operator runs,
 * an outlet what one editor publishes. For {@code greenblog.blogspot.com} these differ.
 */
public final class Domains {

  /** Platforms that the list's private part lacks, as their operators have not entered them. */
  private static final Set<String> PLATFORMS = WordList.load("words/publishing-platform.txt");

  /** Hosts whose paths name the page shown; on any other host such a path could fake an outlet. */
  private static final Set<String> ARCHIVES = WordList.load("words/archive-host.txt");

  /** The address of a page within the path of an archive's or a reader's address. */
  private static final Pattern INNER =
      Pattern.compile("/(https?):/{1,2}(?=[^/])", Pattern.CASE_INSENSITIVE);

  /**
   * The address of an archived page without its scheme, after the time of archiving, as on
   * web.archive.org.
   */
  private static final Pattern ARCHIVED = Pattern.compile("/\\d{14}(?:[a-z]{2}_)?/(?=[^/.]+\\.)");

  private Domains() {}

  /**
   * Returns the outlet of an address. For a page in a known archive or reader, such as {@code
   * web.archive.org/web/20160401095740/http://harbour-post.example/}, it is the outlet of the
   * address in the path.
   */
  public static String outlet(CanonicalUrl address) {
    return outlet(shown(address).orElse(address).host());
  }

  /** Returns the address of the page that an archive or a reader shows. */
  private static Optional<CanonicalUrl> shown(CanonicalUrl address) {
    if (!ARCHIVES.contains(address.host())) {
      return Optional.empty();
    }
    String text = address.text();
    int query = text.indexOf('?');
    int path = text.indexOf('/', text.indexOf("//") + 2);
    int end = query < 0 ? text.length() : query;
    if (path < 0 || path >= end) {
      return Optional.empty();
    }
    Matcher inner = INNER.matcher(text).region(path, end);
    if (inner.find()) {
      return CanonicalUrl.of(inner.group(1) + "://" + text.substring(inner.end()))
          .filter(Domains::isRegistered);
    }
    Matcher archived = ARCHIVED.matcher(text).region(path, end);
    return archived.find()
        ? CanonicalUrl.of("http://" + text.substring(archived.end())).filter(Domains::isRegistered)
        : Optional.empty();
  }

  private static boolean isRegistered(CanonicalUrl address) {
    return EffectiveTldFinder.getAssignedDomain(address.host(), true, true) != null;
  }

  /**
   * Returns the site of a host: all that one operator runs, and that is fetched as one. It is the
   * domain registered with a registry, such as {@code blogspot.com}, else the host itself.
   */
  public static String site(String host) {
    return domain(host, true);
  }

  /**
   * Returns the outlet of a host: all that one editor is responsible for. It is the site, unless
   * its operator lets others publish below names of their own (the list's private part, and the
   * platforms missing from it). Then the outlet is that name, such as {@code
   * greenblog.blogspot.com}.
   */
  public static String outlet(String host) {
    int start = 0;
    for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
      if (PLATFORMS.contains(host.substring(dot + 1))) {
        return host.startsWith("www.", start) ? host.substring(dot + 1) : host.substring(start);
      }
      start = dot + 1;
    }
    return domain(host, false);
  }

  private static String domain(String host, boolean excludePrivate) {
    String domain = EffectiveTldFinder.getAssignedDomain(host, true, excludePrivate);
    return domain == null || domain.isEmpty() ? host : domain;
  }
}
