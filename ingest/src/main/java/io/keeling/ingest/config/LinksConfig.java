package io.keeling.ingest.config;

import io.keeling.runtime.config.Checks;
import io.keeling.runtime.config.Fixed;
import java.time.Duration;

/**
 * How many links are followed and remembered, so that no site can keep the fetcher busy for ever.
 *
 * @param depth most listings on the way from a source to an article, 1 to 10. The default is enough
 *     for a sitemap index that lists another index, which lists sitemaps. Links inside articles are
 *     never followed
 * @param waitingPerHost most links of one host that wait for their first fetch, 1 to 10,000,000.
 *     Further links are left out and counted. The default is five full sitemaps, or three days of
 *     fetching at one page a second
 * @param barrenAfter pages without an article after which further links of their shape are left
 *     out. Addresses have the same shape if they are built alike, such as those of a calendar or of
 *     a list with filters; one article among the pages starts the count again. The default is about
 *     a day of a busy section
 * @param barrenProbe of the links left out for their shape, one in so many is followed all the
 *     same. If it leads to an article, all links of the shape are followed again
 * @param shapesPerHost shapes that are told apart on one host. All further ones count as one shape,
 *     so barren ones among them hold back the others. The default bounds the state kept for a host
 *     that makes up ever new addresses
 * @param memory how long a link is remembered, 7 d to 36,500 d. The time starts at its last fetch
 *     or its last appearance in a listing, whichever is later. A forgotten link that is listed
 *     again is fetched once more and found unchanged. The default is twice as long as an article
 *     usually stays in any listing
 * @param forgottenPerMinute links of a partition that are checked each minute for being old enough
 *     to forget. The default gets through a million and a half in a day and costs a hundredth of a
 *     processor
 */
public record LinksConfig(
    int depth,
    int waitingPerHost,
    @Fixed int barrenAfter,
    @Fixed int barrenProbe,
    @Fixed int shapesPerHost,
    Duration memory,
    @Fixed int forgottenPerMinute)
    implements IngestConfig.Section {

  public LinksConfig {
    Checks.between("depth", depth, 1, 10);
    Checks.between("waitingPerHost", waitingPerHost, 1, 10_000_000);
    Checks.between("memory", memory, Duration.ofDays(7), Duration.ofDays(36_500));
  }

  public static LinksConfig defaults() {
    return new LinksConfig(3, 250_000, 100, 50, 200, Duration.ofDays(180), 1_000);
  }
}
