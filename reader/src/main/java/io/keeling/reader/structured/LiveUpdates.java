package io.keeling.reader.structured;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.reader.wording.Folded;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The posts that a live report declares in its JSON-LD (schema.org/LiveBlogPosting), for pages
 * whose scripts show them.
 *
 * @param posts headline and text of each, paragraphs separated by blank lines
 * @param words number of words of all posts
 */
public record LiveUpdates(List<String> posts, int words) {

  /** Maximum number of posts read, more than any report has. */
  private static final int MOST = 2_000;

  /** Number of posts that are searched for in the page's text. */
  private static final int SOUGHT = 5;

  private static final int COMPARED = 80;

  public static LiveUpdates of(StructuredData data) {
    List<String> posts = new ArrayList<>();
    int words = 0;
    for (Thing thing : data.things()) {
      JsonNode updates = thing.node().get("liveBlogUpdate");
      if (updates == null || thing.listed() || !posts.isEmpty()) {
        continue;
      }
      for (JsonNode update : updates.isArray() ? updates : List.of(updates)) {
        String post = posts.size() < MOST ? text(new Thing(update, true)) : null;
        if (post != null) {
          posts.add(post);
          words += post.split(" ").length;
        }
      }
    }
    return new LiveUpdates(List.copyOf(posts), words);
  }

  private static @Nullable String text(Thing update) {
    String body = update.text("articleBody");
    if (body == null) {
      return null;
    }
    String plain = DeclaredText.paragraphs(DeclaredText.plain(body));
    String headline = update.text("headline");
    return headline == null || Folded.of(plain).startsWith(Folded.of(headline))
        ? plain
        : headline + "\n\n" + plain;
  }

  /** Whether a text holds one of the first posts. */
  public boolean standIn(String text) {
    String folded = Folded.of(text);
    return posts.stream()
        .limit(SOUGHT)
        .map(post -> Folded.of(post.substring(post.lastIndexOf('\n') + 1)))
        .map(post -> post.substring(0, Math.min(post.length(), COMPARED)))
        .anyMatch(folded::contains);
  }
}
