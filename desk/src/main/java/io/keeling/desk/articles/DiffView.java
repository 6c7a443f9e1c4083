package io.keeling.desk.articles;

import io.keeling.contract.article.Article;
import io.keeling.desk.articles.diff.ArticleDiff;
import io.keeling.desk.articles.diff.Row;
import io.keeling.desk.articles.store.VersionStore.Version;
import io.keeling.desk.label.Dates;
import io.keeling.desk.page.Frame;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The model of a comparison's template. Immutable; threads may share it.
 *
 * @param article the article's current version
 * @param summary what changed, in one line
 * @param blocks the text, with unchanged parts folded
 * @param all every version, latest first; empty if two articles are compared
 */
public record DiffView(
    Frame frame,
    Dates dates,
    Article article,
    ArticleDiff diff,
    String summary,
    List<Block> blocks,
    List<Version> all) {

  /** Maximum number of versions to choose from; more would make the page too heavy. */
  private static final int MOST_VERSIONS = 50;

  /** Number of unchanged paragraphs shown before and after a change. */
  private static final int AROUND = 1;

  /**
   * Consecutive paragraphs.
   *
   * @param folded whether all are unchanged and not next to a change
   */
  public record Block(boolean folded, List<Row> rows) {}

  public List<Version> versions() {
    return all.subList(0, Math.min(all.size(), MOST_VERSIONS));
  }

  /** The language tag for the browser; null if the language is unknown. */
  public @Nullable String tongue() {
    return ResultItems.tongue(article.language());
  }

  public String href() {
    return "/articles/" + article.id();
  }

  /** Whether a version is one of the two compared. */
  public boolean is(Version version, ArticleDiff.Side side) {
    return version.version().equals(side.version());
  }

  /** Groups rows into blocks, and folds unchanged paragraphs. */
  static List<Block> blocks(List<Row> rows) {
    List<Block> blocks = new ArrayList<>();
    List<Row> open = new ArrayList<>();
    boolean folded = false;
    for (int i = 0; i < rows.size(); i++) {
      boolean fold = isFar(rows, i);
      if (fold != folded && !open.isEmpty()) {
        blocks.add(new Block(folded, List.copyOf(open)));
        open.clear();
      }
      folded = fold;
      open.add(rows.get(i));
    }
    if (!open.isEmpty()) {
      blocks.add(new Block(folded, List.copyOf(open)));
    }
    return blocks;
  }

  private static boolean isFar(List<Row> rows, int at) {
    for (int i = Math.max(0, at - AROUND); i <= Math.min(rows.size() - 1, at + AROUND); i++) {
      if (rows.get(i).kind() != Row.Kind.SAME) {
        return false;
      }
    }
    return true;
  }
}
