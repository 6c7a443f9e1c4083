package io.keeling.ingest.imports;

import io.keeling.contract.digest.Sha256;
import io.keeling.reader.decoding.PageDecoder;
import io.keeling.reader.metadata.CanonicalAddress;
import io.keeling.reader.outline.HtmlTree;
import io.keeling.reader.url.CanonicalUrl;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Finds the web address of a page in a file: the canonical address that its head names. A file
 * without a canonical address gets one on a host that cannot exist (RFC 6761, section 6.4). That
 * address is made from the content, so that importing the file twice gives one page.
 */
final class PageAddress {

  /** Number of bytes searched for the head: enough for heads with inline styles. */
  private static final int HEAD_BYTES = 64 * 1024;

  private static final String NOWHERE = "http://file.invalid/";

  /** Bytes of the digest in an address: 128 bits, so that two pages never have the same. */
  private static final int DIGEST_BYTES = 16;

  private PageAddress() {}

  static CanonicalUrl of(byte[] html) {
    byte[] start = html.length > HEAD_BYTES ? Arrays.copyOf(html, HEAD_BYTES) : html;
    Document head = HtmlTree.parse(PageDecoder.decode(start, null).html(), "");
    return named(head.select("link[href]").stream().filter(CanonicalAddress::isCanonical), "href")
        .or(() -> named(head.select("meta[property=og:url]").stream(), "content"))
        .or(() -> named(head.select("meta[name=og:url]").stream(), "content"))
        .orElseGet(() -> ofContent(html));
  }

  private static Optional<CanonicalUrl> named(Stream<Element> elements, String attribute) {
    return elements
        .map(element -> element.attr(attribute))
        .filter(address -> !CanonicalUrl.namesByFragment(address))
        .flatMap(address -> CanonicalUrl.of(address).stream())
        .findFirst();
  }

  private static CanonicalUrl ofContent(byte[] html) {
    return CanonicalUrl.of(NOWHERE + Sha256.hex(html, DIGEST_BYTES)).orElseThrow();
  }
}
