package io.keeling.ingest.config;

import io.keeling.runtime.config.Checks;
import io.keeling.runtime.config.Fixed;
import java.time.Duration;

/**
 * How many links are followed and remembered, so that no site keeps us following links for ever.
 *
 * @param depth most listings between a source and an article; the default lets a sitemap index lead
 *     to an index and that to sitemaps. Links in articles are never followed
 * @param waitingPerHost most links of one host that wait for their first fetch; those beyond are
 *     left out and counted. The default is five full sitemaps, three days of work at a page a
 *     second
 * @param barrenAfter pages without an article after which further links of their shape are left
 *     out; a shape is what addresses have in common, such as those of a calendar or of a list with
 *     filters, and one article among the pages ends the count. The default is about a day of a busy
 *     section
 * @param barrenProbe of links left out for their shape, one in so many is followed all the same; if
 *     it leads to an article, all are followed again
 * @param shapesPerHost shapes of a host that are told apart; the rest of them count as one, and
 *     barren ones among these weigh on the others. The default bounds what is kept of a host that
 *     makes up ever new ones
 * @param memory how long a link is remembered after its last fetch and after a listing last led to
 *     it; if it comes up again later, it is fetched again and found unchanged. The default is twice
 *     as long as an article usually stays in any listing
 * @param forgottenPerMinute most links that are looked at in a minute, in each partition, for being
 *     old enough to be forgotten; the default goes through a million and a half in a day and costs
 *     a hundredth of a processor
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
