package io.keeling.ingest.frontier;

import io.keeling.contract.article.ArticleIds;
import io.keeling.ingest.frontier.event.LinkFound;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares a listing with its last poll, so that only its new links are passed on. Remembers eight
 * bytes for each link of a listing.
 *
 * <p>Two different links have the same hash with a probability of one in 2^64; the later one would
 * be taken for known.
 */
final class SeenLinks {

  /**
   * @param fresh links that are new or have changed
   * @param memory what the next poll is compared with
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Comparison(List<LinkFound> fresh, byte[] memory) {}

  private SeenLinks() {}

  static Comparison compare(byte @Nullable [] before, List<LinkFound> links) {
    Set<Long> known = new HashSet<>();
    if (before != null) {
      ByteBuffer buffer = ByteBuffer.wrap(before);
      while (buffer.remaining() >= Long.BYTES) {
        known.add(buffer.getLong());
      }
    }
    List<LinkFound> fresh = new ArrayList<>();
    ByteBuffer memory = ByteBuffer.allocate(links.size() * Long.BYTES);
    for (LinkFound link : links) {
      long hash = hash(link);
      memory.putLong(hash);
      if (!known.contains(hash)) {
        fresh.add(link);
      }
    }
    return new Comparison(fresh, memory.array());
  }

  private static long hash(LinkFound link) {
    String sha256 = ArticleIds.id(link.url() + " " + link.updated());
    return Long.parseUnsignedLong(sha256.substring(0, 2 * Long.BYTES), 16);
  }
}
