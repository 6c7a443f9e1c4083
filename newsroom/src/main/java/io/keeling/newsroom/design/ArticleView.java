package io.keeling.newsroom.design;

import io.keeling.newsroom.press.ArticleHeader;
import io.keeling.newsroom.press.Block;
import io.keeling.newsroom.press.Edition;
import io.keeling.newsroom.press.PressArticle;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * An article as its template sees it.
 *
 * @param site the outlet
 * @param article the article
 * @param edition the edition that is out
 */
public record ArticleView(SiteView site, PressArticle article, Edition edition) {

  /** The headline. */
  public String title() {
    return edition.title();
  }

  /** What stands above the text in the file. */
  public ArticleHeader header() {
    return article.header();
  }

  /** The article's own address. */
  public String url() {
    return site.base() + article.path();
  }

  /** Address of the lead image. */
  public String image() {
    return site.base() + "/images/" + article.slug() + ".svg";
  }

  /** Whether there is a standfirst. */
  public boolean hasSubtitle() {
    return header().subtitle() != null;
  }

  /** Whether there is a captioned lead image. */
  public boolean hasPicture() {
    return header().picture() != null;
  }

  /** The blocks a reader without a subscription sees. */
  public List<Block> blocks() {
    return article.visibleBlocks(edition);
  }

  /** The authors in one line, with a word between the last two. */
  public String byline(String and) {
    List<String> authors = header().authors();
    int last = authors.size() - 1;
    return last < 1
        ? String.join("", authors)
        : String.join(", ", authors.subList(0, last)) + " " + and + " " + authors.get(last);
  }

  /** One or two sentences for machines. */
  public String summary() {
    return site.item(article).summary();
  }

  /** When it was last touched. */
  public OffsetDateTime updated() {
    OffsetDateTime modified = edition.modified();
    return modified == null ? header().published() : modified;
  }

  /** Whether it was changed since it came out. */
  public boolean corrected() {
    return edition.modified() != null;
  }

  /** Its publication date in the outlet's language and time zone. */
  public String date(String pattern) {
    return site.date(header().published(), pattern);
  }

  /** JSON-LD for a script element. */
  public String jsonLd(String type) {
    return JsonLd.of(this, type);
  }

  /** Other articles of the outlet. */
  public List<Item> others(int count) {
    return site.others(article, count);
  }

  /**
   * A post of a live blog.
   *
   * @param heading its time and headline; empty for what stands above the first post
   * @param blocks its paragraphs
   */
  public record Post(String heading, List<Block> blocks) {}

  /** The blocks as posts of a live blog: each subheading starts one. */
  public List<Post> posts() {
    List<Post> posts = new ArrayList<>();
    String heading = "";
    List<Block> current = new ArrayList<>();
    for (Block block : blocks()) {
      if (block.heading()) {
        posts.add(new Post(heading, List.copyOf(current)));
        heading = block.text();
        current.clear();
      } else {
        current.add(block);
      }
    }
    posts.add(new Post(heading, List.copyOf(current)));
    return posts;
  }

  /** Blocks from one index up to, but without, another; fewer if there are fewer. */
  public List<Block> blocks(int from, int to) {
    List<Block> all = blocks();
    return all.subList(Math.min(from, all.size()), Math.min(to, all.size()));
  }
}
