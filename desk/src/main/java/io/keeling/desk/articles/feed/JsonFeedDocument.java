package io.keeling.desk.articles.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/** A JSON Feed (version 1.1, jsonfeed.org). Immutable; threads may share it. */
public record JsonFeedDocument(
    String version,
    String title,
    @JsonProperty("home_page_url") String homePage,
    @JsonProperty("feed_url") String self,
    List<Item> items) {

  public static final String MEDIA_TYPE = "application/feed+json; charset=utf-8";

  public JsonFeedDocument(String title, String homePage, String self, List<Item> items) {
    this("https://jsonfeed.org/version/1.1", title, homePage, self, items);
  }

  /**
   * An article in the feed.
   *
   * @param text written even if it is empty, since the specification requires content for every
   *     item
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Item(
      String id,
      String url,
      String title,
      @JsonInclude(JsonInclude.Include.ALWAYS) @JsonProperty("content_text") String text,
      @JsonProperty("date_published") Instant published,
      @JsonProperty("date_modified") Instant modified,
      List<Author> authors,
      List<String> tags,
      String language) {}

  public record Author(String name) {}
}
