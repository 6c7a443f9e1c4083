package io.keeling.newsroom.press;

import java.util.List;
import java.util.Objects;

/**
 * An article of the fictional press with all its editions.
 *
 * @param id {@code outlet/slug}
 * @param slug the file's name without its ending
 * @param path path and query of its page on the outlet's host
 * @param header what stands above the text in its file
 * @param editions the versions, oldest first
 */
public record PressArticle(
    String id, String slug, String path, ArticleHeader header, List<Edition> editions) {

  /** Copies the list. */
  public PressArticle {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(path, "path");
    editions = List.copyOf(editions);
  }

  /** The path that links lead to; another than {@link #path} for an article that has moved. */
  public String linkedPath() {
    return header.manner() == Manner.MOVED ? "/go/" + slug : path;
  }

  /** The edition with a number; the last one if there are not as many. */
  public Edition edition(int number) {
    return editions.get(Math.min(number, editions.size()) - 1);
  }

  /** The blocks of an edition that a reader without a subscription sees. */
  public List<Block> visibleBlocks(Edition edition) {
    Integer visible = header.visible();
    return visible == null ? edition.blocks() : edition.blocks().subList(0, visible);
  }

  /** Whether the whole text can be read without paying. */
  public boolean free() {
    return header.visible() == null;
  }
}
