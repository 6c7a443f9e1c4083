package io.keeling.newsroom.feed;

import io.keeling.newsroom.design.Item;
import io.keeling.newsroom.design.SiteView;
import io.keeling.newsroom.press.House.FeedAddress;
import java.util.List;

/**
 * RSS as it comes out of careless templates: blank lines before the prolog, entities that XML does
 * not know, bare ampersands, dates of its own making. Every item of the outlet is in it.
 */
final class MalformedRssWriter implements FeedWriter {

  @Override
  public String contentType() {
    return "text/html";
  }

  @Override
  public String write(SiteView site, FeedAddress feed) {
    StringBuilder rss = new StringBuilder("\n\n  <?xml version=\"1.0\"?>\n<rss version=\"2.0\">\n");
    rss.append("<channel>\n<title>")
        .append(careless(site.name()))
        .append("</title>\n<link>")
        .append(site.base())
        .append("/</link>\n<description>News &amp; Views &mdash; ")
        .append("Sport & Weather &copy; ")
        .append(careless(site.name()))
        .append("</description>\n");
    List<Item> items = site.items();
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      rss.append("<item><title>")
          .append(careless(item.title()))
          .append("</title>\n<link>")
          .append(item.url())
          .append("</link><pubDate>")
          .append(
              i % 2 == 0
                  ? RssWriter.date(item.published())
                  : site.date(item.published(), "dd/MM/yyyy H:mm"))
          .append("</pubDate>\n<description>")
          .append(careless(item.summary()))
          .append("&nbsp;&raquo; Rates & terms</description></item>\n");
    }
    return rss.append("</channel>\n</rss>\n").toString();
  }

  private static String careless(String words) {
    return words
        .replace("<", "&lt;")
        .replace("’", "&rsquo;")
        .replace("“", "&ldquo;")
        .replace("”", "&rdquo;")
        .replace("–", "&ndash;");
  }
}
