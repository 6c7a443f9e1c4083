package io.keeling.newsroom.feed;

import io.keeling.newsroom.design.Item;
import io.keeling.newsroom.design.SiteView;
import io.keeling.newsroom.press.House.FeedAddress;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** RSS 2.0 with Dublin Core authors. */
final class RssWriter implements FeedWriter {

  private final String tracking;

  /** Appends tracking parameters to each link, unless they are empty. */
  RssWriter(String tracking) {
    this.tracking = tracking;
  }

  @Override
  public String contentType() {
    return "application/rss+xml; charset=utf-8";
  }

  @Override
  public String write(SiteView site, FeedAddress feed) {
    XmlText xml = new XmlText();
    xml.open(
        "rss",
        "version",
        "2.0",
        "xmlns:dc",
        "http://purl.org/dc/elements/1.1/",
        "xmlns:atom",
        "http://www.w3.org/2005/Atom");
    xml.open("channel");
    xml.leaf("title", site.name());
    xml.leaf("link", site.base() + "/");
    xml.leaf("description", site.house().tagline());
    xml.leaf("language", site.house().language());
    xml.leaf("ttl", "15");
    xml.open(
            "atom:link",
            "rel",
            "self",
            "type",
            "application/rss+xml",
            "href",
            site.base() + feed.path())
        .close();
    for (Item item : site.linkedItems()) {
      xml.open("item");
      xml.leaf("title", item.title());
      xml.leaf("link", tracked(item.url()));
      xml.leaf("guid", item.url(), "isPermaLink", "false");
      xml.leaf("description", item.summary());
      item.authors().forEach(author -> xml.leaf("dc:creator", author));
      xml.leaf("category", item.section());
      xml.leaf("pubDate", date(item.published()));
      xml.close();
    }
    return xml.close().close().toString();
  }

  static String date(OffsetDateTime time) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(time);
  }

  private String tracked(String url) {
    if (tracking.isEmpty()) {
      return url;
    }
    return url + (url.contains("?") ? "&" : "?") + tracking;
  }
}
