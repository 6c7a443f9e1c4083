package io.keeling.newsroom.feed;

import io.keeling.newsroom.design.Item;
import io.keeling.newsroom.design.SiteView;
import io.keeling.newsroom.press.House.FeedAddress;
import java.time.OffsetDateTime;
import java.util.Comparator;

/** Atom (RFC 4287). */
final class AtomWriter implements FeedWriter {

  private final boolean whole;

  /** With the whole text, or with summaries. */
  AtomWriter(boolean whole) {
    this.whole = whole;
  }

  @Override
  public String contentType() {
    return "application/atom+xml; charset=utf-8";
  }

  @Override
  public String write(SiteView site, FeedAddress feed) {
    XmlText xml = new XmlText();
    String language = site.house().language();
    xml.open("feed", "xmlns", "http://www.w3.org/2005/Atom", "xml:lang", language);
    xml.leaf("title", site.name());
    xml.leaf("subtitle", site.house().tagline());
    xml.leaf("id", site.base() + "/");
    xml.open("link", "rel", "alternate", "href", site.base() + "/").close();
    xml.open("link", "rel", "self", "href", site.base() + feed.path()).close();
    site.items().stream()
        .map(Item::updated)
        .max(Comparator.comparing(OffsetDateTime::toInstant))
        .ifPresent(latest -> xml.leaf("updated", site.iso(latest)));
    for (Item item : site.linkedItems()) {
      xml.open("entry");
      xml.leaf("title", item.title());
      xml.leaf("id", item.url());
      xml.open("link", "rel", "alternate", "type", "text/html", "href", item.url()).close();
      xml.leaf("published", site.iso(item.published()));
      xml.leaf("updated", site.iso(item.updated()));
      if (item.authors().isEmpty()) {
        xml.open("author").leaf("name", site.name()).close();
      }
      item.authors().forEach(name -> xml.open("author").leaf("name", name).close());
      xml.open("category", "term", item.section()).close();
      xml.leaf("summary", item.summary());
      if (whole && !item.html().isEmpty()) {
        xml.leaf("content", item.html(), "type", "html");
      }
      xml.close();
    }
    return xml.close().toString();
  }
}
