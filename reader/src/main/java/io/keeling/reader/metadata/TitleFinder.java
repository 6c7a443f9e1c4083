package io.keeling.reader.metadata;

import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.BlockKind;
import io.keeling.reader.outline.Box;
import io.keeling.reader.outline.Mark;
import io.keeling.reader.wording.Folded;
import io.keeling.reader.wording.Placeholders;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the headline: the {@code h1} that shares words with the metadata; else the only {@code
 * h1}, an {@code h2} that shares them, or the metadata.
 */
public final class TitleFinder {

  private static final double SAME_WORDS = 0.6;

  /** Characters of a title that are compared. */
  private static final int COMPARED = 400;

  /** Score of a title in the metadata beside headings, for explanations. */
  private static final double METADATA = 0.5;

  private TitleFinder() {}

  /**
   * A headline.
   *
   * @param block its block on the page, or null
   */
  public record Headline(String text, String origin, @Nullable Block block) {
    /** Returns the box around it, or null. */
    public @Nullable Box box() {
      return block == null ? null : block.box();
    }
  }

  public static Headline find(PageEvidence evidence) {
    String site = siteNames(evidence);
    String open = evidence.metas().firstOf("og:title", "twitter:title", "title", "dc.title");
    String headline = evidence.structured().ofArticle("headline");
    String document = evidence.outline().documentTitle();
    note(evidence, headline, "json-ld:headline");
    note(evidence, open, "meta:og:title");
    note(evidence, document, "title-element");
    List<Block> firsts = headings(evidence, "h1");
    firsts.removeIf(block -> isSite(block, site, open, document));
    Block best = null;
    double bestScore = 0;
    for (Block block : firsts) {
      double score =
          Math.max(
              likeness(block, open),
              Math.max(likeness(block, headline), likeness(block, document)));
      evidence.consider("title", block.text(), "h1", score);
      if (score > bestScore) {
        best = block;
        bestScore = score;
      }
    }
    List<String> titles = folded(open, headline, document);
    if (best != null && bestScore >= SAME_WORDS) {
      return new Headline(HeadlineText.of(best, titles), "h1-confirmed", best);
    }
    if (firsts.size() == 1 && firsts.get(0).words() >= 3) {
      return new Headline(HeadlineText.of(firsts.get(0), titles), "h1-single", firsts.get(0));
    }
    for (Block block : headings(evidence, "h2")) {
      double score =
          Math.max(
              likeness(block, open),
              Math.max(likeness(block, headline), likeness(block, document)));
      evidence.consider("title", block.text(), "h2", score);
      if (score > bestScore && score >= SAME_WORDS) {
        best = block;
        bestScore = score;
      }
    }
    if (best != null && bestScore >= SAME_WORDS) {
      return new Headline(HeadlineText.of(best, titles), "h2-confirmed", best);
    }
    Block own = shortOne(firsts, site);
    if (own != null) {
      return new Headline(own.text(), "h1-of-article", own);
    }
    if (headline != null) {
      return new Headline(headline, "json-ld:headline", null);
    }
    if (open != null) {
      return new Headline(DocumentTitle.withoutSite(open, site), "meta:og:title", null);
    }
    return new Headline(DocumentTitle.withoutSite(document, site), "title-element", null);
  }

  private static List<String> folded(@Nullable String... titles) {
    List<String> folded = new ArrayList<>();
    for (String title : titles) {
      if (title != null) {
        folded.add(Folded.of(title, COMPARED));
      }
    }
    return folded;
  }

  /**
   * Whether a heading is the name of the site: it equals one of the site's names, or is linked and
   * the last part of the document's title, while another part or the metadata name the article.
   */
  private static boolean isSite(
      Block heading, String site, @Nullable String open, String document) {
    String folded = heading.folded();
    if (folded.isEmpty() || (open != null && Folded.of(open, COMPARED).equals(folded))) {
      return false;
    }
    List<String> parts = DocumentTitle.parts(document);
    boolean others = parts.size() > 1 || open != null;
    boolean last = parts.size() > 1 && Folded.of(parts.get(parts.size() - 1)).equals(folded);
    return others
        && (site.contains(" " + folded.replace(" ", "") + " ")
            || (last && heading.linkShare() > 0));
  }

  /**
   * Returns the only {@code h1} in the article, or on the page outside its header, however short;
   * null if it is linked or the name of the site.
   */
  private static @Nullable Block shortOne(List<Block> firsts, String site) {
    Block only = null;
    for (Block block : firsts) {
      boolean within = (block.marks() & Mark.set(Mark.ARTICLE, Mark.BODY_NAME)) != 0;
      if (within || (firsts.size() == 1 && !Mark.HEADER.in(block.marks()))) {
        if (only != null) {
          return null;
        }
        only = block;
      }
    }
    return only == null
            || only.linkShare() > 0
            || only.measure().words() == 0
            || site.contains(" " + only.folded().replace(" ", "") + " ")
        ? null
        : only;
  }

  /**
   * Records a title from the metadata. It confirms headings, and is itself used only if no heading
   * is confirmed.
   */
  private static void note(PageEvidence evidence, @Nullable String title, String origin) {
    if (title != null && !title.isEmpty()) {
      evidence.consider("title", title, origin, METADATA);
    }
  }

  private static List<Block> headings(PageEvidence evidence, String tag) {
    List<Block> found = new ArrayList<>();
    for (Block block : evidence.outline().blocks()) {
      if (block.kind() == BlockKind.HEADING
          && isInside(block.box(), tag)
          && !Placeholders.isUnfilled(block.text())
          && (block.marks() & Mark.set(Mark.COMMENTS, Mark.NAVIGATION, Mark.DIALOG, Mark.HIDDEN))
              == 0) {
        found.add(block);
      }
    }
    return found;
  }

  private static boolean isInside(Box box, String tag) {
    Box around = box;
    for (int i = 0; i < 4 && around != null; i++) {
      if (around.tag().equals(tag)) {
        return true;
      }
      around = around.parent();
    }
    return false;
  }

  /**
   * Returns the share of the heading's words that are in the text, lowered if the text has many
   * other words.
   */
  private static double likeness(Block heading, @Nullable String text) {
    if (text == null) {
      return 0;
    }
    Set<String> own = new HashSet<>(Arrays.asList(heading.folded().split(" ")));
    Set<String> other = new HashSet<>(Arrays.asList(Folded.of(text, 400).split(" ")));
    int size = own.size();
    int others = other.size();
    own.retainAll(other);
    return size == 0 ? 0 : 0.7 * own.size() / size + 0.3 * own.size() / others;
  }

  private static String siteNames(PageEvidence evidence) {
    StringBuilder names = new StringBuilder(" ");
    names.append(Folded.of(siteName(evidence)).replace(" ", "")).append(' ');
    for (String label : PageUrls.host(evidence.url()).split("\\.")) {
      names.append(Folded.of(label).replace(" ", "")).append(' ');
    }
    return names.toString();
  }

  static String siteName(PageEvidence evidence) {
    String site = evidence.metas().firstOf("og:site_name", "application-name", "publisher");
    return site == null ? "" : site;
  }
}
