package io.keeling.reader.url;

import crawlercommons.domains.EffectiveTldFinder;
import io.keeling.reader.wording.WordList;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says to whom a host belongs, by the public suffix list: to whoever runs the machines, and to
 * whoever writes there. On {@code greenblog.blogspot.com} these are two.
 */
public final class Domains {

  /** What the list's private part lacks, as its entries are made by who runs a domain, or not. */
  private static final Set<String> PLATFORMS = WordList.load("words/publishing-platform.txt");

  /** Hosts whose paths name the page that they show; any other could pass for an outlet so. */
  private static final Set<String> ARCHIVES = WordList.load("words/archive-host.txt");

  /** An address within the path of another: that of a page in an archive or a reader. */
  private static final Pattern INNER =
      Pattern.compile("/(https?):/{1,2}(?=[^/])", Pattern.CASE_INSENSITIVE);

  /**
   * One without its scheme, behind the moment at which it was archived, as web.archive.org has it.
   */
  private static final Pattern ARCHIVED = Pattern.compile("/\\d{14}(?:[a-z]{2}_)?/(?=[^/.]+\\.)");

  private Domains() {}

  /**
   * The outlet of an address. That of a page which a known archive keeps or reader shows, at {@code
   * web.archive.org/web/20160401095740/http://harbour-post.example/}, is the outlet of the address
   * in its path.
   */
  public static String outlet(CanonicalUrl address) {
    return outlet(shown(address).orElse(address).host());
  }

  /** The address of the page that an archive or a reader shows. */
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
   * The site of a host: what one operator runs, and so is asked as one. The domain registered with
   * a registry, such as {@code blogspot.com}; the host itself where it has none.
   */
  public static String site(String host) {
    return domain(host, true);
  }

  /**
   * The outlet of a host: what one editor answers for. As the site, but where the operator lets
   * others publish below a name of theirs (the list's private part, and platforms that it lacks),
   * that name, such as {@code greenblog.blogspot.com}.
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
