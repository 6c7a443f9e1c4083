package io.keeling.newsroom.feed;

import io.keeling.newsroom.design.SiteView;
import io.keeling.newsroom.press.FeedFormat;
import io.keeling.newsroom.press.House.FeedAddress;

/** Writes one format of feed or sitemap. Threads may share it. */
public interface FeedWriter {

  /** The {@code Content-Type}. */
  String contentType();

  /** The whole feed. */
  String write(SiteView site, FeedAddress feed);

  /** The writer of a format. */
  static FeedWriter of(FeedFormat format) {
    return switch (format) {
      case RSS -> new RssWriter("");
      case TRACKING_RSS -> new RssWriter("utm_source=rss&utm_medium=feed&utm_campaign=top");
      case MALFORMED_RSS -> new MalformedRssWriter();
      case ATOM -> new AtomWriter(false);
      case FULL_ATOM -> new AtomWriter(true);
      case JSON_FEED -> new JsonFeedWriter();
      case SITEMAP -> new SitemapWriter(false);
      case NEWS_SITEMAP -> new SitemapWriter(true);
      case SECTION -> throw new IllegalArgumentException("a section page is no feed");
    };
  }
}
