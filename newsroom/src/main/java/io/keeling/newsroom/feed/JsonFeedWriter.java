package io.keeling.newsroom.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keeling.newsroom.design.Item;
import io.keeling.newsroom.design.SiteView;
import io.keeling.newsroom.press.House.FeedAddress;

/** JSON Feed 1.1 (jsonfeed.org). */
final class JsonFeedWriter implements FeedWriter {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String contentType() {
    return "application/feed+json; charset=utf-8";
  }

  @Override
  public String write(SiteView site, FeedAddress feed) {
    ObjectNode root =
        JSON.createObjectNode()
            .put("version", "https://jsonfeed.org/version/1.1")
            .put("title", site.name())
            .put("home_page_url", site.base() + "/")
            .put("feed_url", site.base() + feed.path())
            .put("language", site.house().language());
    ArrayNode items = root.putArray("items");
    for (Item item : site.linkedItems()) {
      ObjectNode node =
          items
              .addObject()
              .put("id", item.url())
              .put("url", item.url())
              .put("title", item.title())
              .put("summary", item.summary())
              .put("content_text", item.summary())
              .put("date_published", site.iso(item.published()))
              .put("date_modified", site.iso(item.updated()));
      node.putArray("tags").add(item.section());
      ArrayNode authors = node.putArray("authors");
      item.authors().forEach(name -> authors.addObject().put("name", name));
    }
    return root.toPrettyString();
  }
}
