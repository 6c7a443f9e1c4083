package io.keeling.reader.body;

import io.keeling.reader.images.ImageCredit;
import io.keeling.reader.metadata.PageUrls;
import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.BlockKind;
import io.keeling.reader.outline.Box;
import io.keeling.reader.outline.HtmlTree;
import io.keeling.reader.outline.Mark;
import io.keeling.reader.outline.NumberedItems;
import io.keeling.reader.url.Domains;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * Finds unannounced runs of other stories after the article or before its headline. Each paragraph
 * gives evidence by its words and by what precedes it. A run counts as other stories if the sum of
 * the evidence is high enough (a naive Bayes classifier; figures are halved, as paragraphs of one
 * story are not independent). Serves one page.
 */
final class StoryRuns {

  /** Rate of an article's words in its later paragraphs, relative to that in its first ones. */
  private static final double RECURRING = 0.37;

  private static final double LEAST_RATE = 0.02;
  private static final double OTHER_RATE = 0.012;
  private static final double HALVED = 0.5;
  private static final double LEAST_OF_BLOCK = -0.8;

  /** Evidence that different things right before a paragraph give, as the logarithm of odds. */
  private static final double PICTURE = 0.3;

  private static final double CREDITED_PICTURE = 0.8;

  private static final double LINKED_HEADLINE = 1.4;
  private static final double OWN_ARTICLE = 0.3;
  private static final double NOTHING_BETWEEN = -1.2;

  private static final double ENOUGH = 3;
  private static final double ENOUGH_OF_SEVERAL = 2;
  private static final double ENOUGH_OF_EACH = 0.55;
  private static final int SEVERAL = 3;

  private static final double LINKED = 0.8;
  private static final int HEADLINE_WORDS = 3;
  private static final int CREDIT_WORDS = 8;
  private static final int CAPTION_WORDS = 70;

  private static final Evaluator LINK = Selector.evaluatorOf("a[href]");

  private final List<Block> blocks;
  private final List<Block> core;
  private final Block headline;
  private final StoryWords words;
  private final double ownRate;
  private final String site;
  private final Map<Integer, StoryWords.Share> shares = new HashMap<>();
  private final @Nullable Box article;
  private boolean[] found;

  /** Which blocks are headlines of a ranking. */
  private final boolean[] numbered;

  /** Evidence of each block as a gap between stories; NaN until it is needed. */
  private final double[] gaps;

  /**
   * Number of occurrences of each linked line. Repeated lines, such as "Full text", are not
   * headlines.
   */
  private final Map<String, Integer> labels = new HashMap<>();

  StoryRuns(List<Block> blocks, List<Block> core, Block headline, StoryWords words, String host) {
    this.site = host.isEmpty() ? "" : Domains.site(host);
    this.blocks = blocks;
    this.core = core;
    this.headline = headline;
    this.words = words;
    this.ownRate = Math.max(LEAST_RATE, RECURRING * words.rate());
    this.article = article(core.get(0).box());
    this.found = new boolean[blocks.size()];
    this.numbered = NumberedItems.of(blocks);
    this.gaps = new double[blocks.size()];
    Arrays.fill(gaps, Double.NaN);
    for (Block block : blocks) {
      if (block.linkShare() > LINKED
          && block.words() >= HEADLINE_WORDS
          && block.kind() != BlockKind.LIST_ITEM) {
        labels.merge(block.folded(), 1, Integer::sum);
      }
    }
  }

  /** Adds unannounced stories to those known already, both indexed by the order of the blocks. */
  void addTo(boolean[] known) {
    found = known;
    int from = core.get(Math.min(core.size(), 2) - 1).order() + 1;
    suffix(from, blocks.size());
    prefix(Math.min(headline.order(), core.get(0).order()));
  }

  /** Returns the evidence for other stories in a part of the page, as the logarithm of odds. */
  double evidence(int from, int to) {
    return Arrays.stream(evidence(from, to, new boolean[Math.max(0, to - from)])).sum();
  }

  private static boolean isLinkedHeadline(Block block) {
    return block.linkShare() > LINKED
        && block.words() >= HEADLINE_WORDS
        && block.kind() != BlockKind.LIST_ITEM
        && ImageCredit.in(block.text()) == null;
  }

  /** Whether a block is a picture's caption or credit. */
  private static boolean isCredit(Block block) {
    int slash = block.text().indexOf('/');
    boolean credit =
        block.words() <= CREDIT_WORDS && !block.isProse() && slash > 1 && block.linkShare() == 0;
    return credit
        || (block.words() <= CAPTION_WORDS && Mark.CAPTION.in(block.marks()))
        || OtherStories.isCreditedCaption(block);
  }

  private static @Nullable Box article(Box inner) {
    for (Box box = inner; box != null; box = box.parent()) {
      if (box.tag().equals("article")) {
        return box;
      }
    }
    return null;
  }

  /**
   * Marks the end of the page, from the block that gives it the most evidence, if that is enough.
   * An end longer than the text above it is not marked: the page is then a list or a thread, and
   * all of it is the article.
   */
  private void suffix(int from, int to) {
    boolean[] apart = new boolean[Math.max(0, to - from)];
    double[] evidence = evidence(from, to, apart);
    double sum = 0;
    double best = 0;
    int start = -1;
    int stories = 0;
    int counted = 0;
    int above = words(core.get(0).order(), to);
    int below = 0;
    for (int i = to - 1; i >= from; i--) {
      sum += evidence[i - from];
      int own = wordsAt(i);
      counted += own > 0 && apart[i - from] ? 1 : 0;
      below += own;
      above -= own;
      if (sum > best && below <= above) {
        best = sum;
        start = i;
        stories = counted;
      }
    }
    if (isEnough(best, stories)) {
      Arrays.fill(found, withHead(start, from), to, true);
    }
  }

  private int words(int from, int to) {
    int sum = 0;
    for (int i = from; i < to; i++) {
      sum += wordsAt(i);
    }
    return sum;
  }

  private int wordsAt(int i) {
    return found[i] || !OtherStories.isText(blocks.get(i)) ? 0 : blocks.get(i).words();
  }

  /** Returns the first block above a story's text that belongs to it: headline, byline, picture. */
  private int withHead(int text, int from) {
    int head = text;
    for (int i = text - 1; i >= from && !OtherStories.isText(blocks.get(i)); i--) {
      head = between(blocks.get(i)) > NOTHING_BETWEEN ? i : head;
    }
    return head;
  }

  private void prefix(int to) {
    boolean[] apart = new boolean[to];
    double[] evidence = evidence(0, to, apart);
    double sum = 0;
    int stories = 0;
    for (int i = 0; i < to; i++) {
      sum += evidence[i];
      stories += apart[i] ? 1 : 0;
    }
    if (isEnough(sum, stories)) {
      Arrays.fill(found, 0, to, true);
    }
  }

  private static boolean isEnough(double evidence, int stories) {
    return stories >= SEVERAL
        ? evidence >= Math.max(ENOUGH_OF_SEVERAL, ENOUGH_OF_EACH * stories)
        : stories > 1 && evidence >= ENOUGH;
  }

  /** Returns each block's evidence, as the logarithm of odds, and marks where stories begin. */
  private double[] evidence(int from, int to, boolean[] apart) {
    double[] evidence = new double[Math.max(0, to - from)];
    double between = NOTHING_BETWEEN;
    for (int i = from; i < to; i++) {
      Block block = blocks.get(i);
      between = Math.max(between, between(block));
      if (found[i] || !OtherStories.isText(block)) {
        continue;
      }
      StoryWords.Share share = shares.computeIfAbsent(block.order(), order -> words.in(block));
      double said =
          share.words() * (ownRate - OTHER_RATE) + share.hits() * Math.log(OTHER_RATE / ownRate);
      apart[i - from] = between > NOTHING_BETWEEN;
      evidence[i - from] = Math.max(LEAST_OF_BLOCK, HALVED * said) + between;
      between = NOTHING_BETWEEN;
    }
    return evidence;
  }

  private double between(Block block) {
    double known = gaps[block.order()];
    if (Double.isNaN(known)) {
      known = gap(block);
      gaps[block.order()] = known;
    }
    return known;
  }

  /** Whether a linked line leads to another site, as in rankings of shops, books and sources. */
  private boolean leadsElsewhere(Block block) {
    Element link = HtmlTree.first(block.box().element(), LINK);
    String host = link == null ? "" : PageUrls.host(link.attr("href"));
    return !host.isEmpty() && !site.isEmpty() && !Domains.site(host).equals(site);
  }

  private double gap(Block block) {
    if (isLinkedHeadline(block)
        && !numbered[block.order()]
        && labels.getOrDefault(block.folded(), 0) < 2
        && !leadsElsewhere(block)) {
      return LINKED_HEADLINE;
    }
    if (isCredit(block)) {
      return CREDITED_PICTURE;
    }
    Box around = article(block.box());
    if (around != null && around != article && (article == null || !around.holds(article))) {
      return OWN_ARTICLE;
    }
    return block.afterImage() ? PICTURE : NOTHING_BETWEEN;
  }
}
