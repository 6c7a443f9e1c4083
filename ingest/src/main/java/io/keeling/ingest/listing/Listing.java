package io.keeling.ingest.listing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a page that was read as a list of links. */
public sealed interface Listing {

  /**
   * The links, each once, in the order of the page.
   *
   * @param links where it leads
   * @param ttlSeconds how long the page says it need not be asked again, in seconds
   * @param leftOut links beyond the limit
   */
  record Links(List<ListedLink> links, @Nullable Long ttlSeconds, int leftOut) implements Listing {
    public Links {
      links = List.copyOf(links);
    }
  }

  /**
   * The page is not what it was fetched as.
   *
   * @param reason for counting, such as {@code malformed-feed}
   * @param message one line for a person, without the page's content
   */
  record Malformed(String reason, String message) implements Listing {}
}
