package io.keeling.newsroom.feed;

import io.keeling.newsroom.design.Item;
import io.keeling.newsroom.design.SiteView;
import io.keeling.newsroom.press.House.FeedAddress;

/** A sitemap (sitemaps.org), with the news extension where wanted. */
final class SitemapWriter implements FeedWriter {

  private final boolean news;

  SitemapWriter(boolean news) {
    this.news = news;
  }

  @Override
  public String contentType() {
    return "application/xml; charset=utf-8";
  }

  @Override
  public String write(SiteView site, FeedAddress feed) {
    XmlText xml = new XmlText();
    xml.open(
        "urlset",
        "xmlns",
        "http://www.sitemaps.org/schemas/sitemap/0.9",
        "xmlns:news",
        "http://www.google.com/schemas/sitemap-news/0.9");
    for (Item item : site.linkedItems()) {
      xml.open("url");
      xml.leaf("loc", item.url());
      xml.leaf("lastmod", site.iso(item.updated()));
      if (news) {
        xml.open("news:news");
        xml.open("news:publication");
        xml.leaf("news:name", site.name());
        xml.leaf("news:language", site.house().language());
        xml.close();
        xml.leaf("news:publication_date", site.iso(item.published()));
        xml.leaf("news:title", item.title());
        xml.close();
      }
      xml.close();
    }
    return xml.close().toString();
  }
}
