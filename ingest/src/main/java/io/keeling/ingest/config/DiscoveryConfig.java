package io.keeling.ingest.config;

import io.keeling.runtime.config.Checks;

/**
 * How {@code keeling sources add} looks for what there is to watch.
 *
 * @param requests most addresses of one site that are asked for; at one a second a person still
 *     waits for the answer
 * @param tries feeds, and sitemaps, that are tried of those that a site names
 * @param sectionLinks links to articles from which on a page counts as a section
 */
public record DiscoveryConfig(int requests, int tries, int sectionLinks)
    implements IngestConfig.Section {

  public DiscoveryConfig {
    Checks.between("requests", requests, 1, 1_000);
    Checks.between("tries", tries, 1, 100);
    Checks.between("sectionLinks", sectionLinks, 1, 1_000);
  }

  public static DiscoveryConfig defaults() {
    return new DiscoveryConfig(20, 5, 3);
  }
}
