package io.keeling.reader;

import io.keeling.reader.body.Body;
import io.keeling.reader.dates.PageDates;
import io.keeling.reader.metadata.PageEvidence;
import io.keeling.reader.metadata.PageUrls;
import io.keeling.reader.metadata.TitleFinder.Headline;
import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.BlockKind;
import io.keeling.reader.outline.Mark;
import io.keeling.reader.outline.Outline;
import io.keeling.reader.quality.ArticleSigns;
import io.keeling.reader.quality.Notices;
import io.keeling.reader.structured.Thing;
import io.keeling.reader.wording.TextMeasure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a page holds an article, and if not, why. It judges what was read, not what was
 * expected: a short text under a headline and a date is an article, but a long one on a consent
 * wall is not. Its numbers were chosen on the pages of opened sites that {@code bench/quality.sh
 * reader} scores.
 */
public final class QualityGate {

  /** Words below which text beside a player or gallery is no article. */
  private static final int VIDEO_WORDS = 30;

  /** Words below which a text is no article, whatever is around it. */
  private static final int LEAST_WORDS = 15;

  /** Words below which a text needs {@link #BRIEF_SIGNS} signs of an article, such as a date. */
  private static final int BRIEF_WORDS = 30;

  private static final int BRIEF_SIGNS = 2;

  /**
   * Characters at the start of a text whose words are counted. They hold more words than any limit
   * here.
   */
  private static final int JUDGED = 20_000;

  /** Words below which a text needs at least one sign of an article. */
  private static final int UNSIGNED_WORDS = 40;

  private static final int INDEX_HEADINGS = 8;
  private static final double INDEX_SHARE = 0.15;
  private static final double MOSTLY_TEASERS = 0.6;
  private static final int INDEX_WORDS = 60;

  /** Words of its own that make a page an article, whatever else it lists. */
  private static final int OWN_WORDS = 80;

  private QualityGate() {}

  /** Returns why the page holds no article, or null if it does. */
  public static Reading.@Nullable Unreadable check(
      PageEvidence evidence, Headline headline, List<String> authors, PageDates dates, Body body) {
    int words =
        TextMeasure.of(body.text().subSequence(0, Math.min(body.text().length(), JUDGED))).words();
    List<Block> blocks = evidence.outline().blocks();
    if (blocks.isEmpty() && words == 0) {
      return unreadable(UnreadableReason.EMPTY, "no text on the page");
    }
    ArticleSigns signs = ArticleSigns.of(evidence, headline, authors, dates);
    if (words < Notices.MOST_WORDS && Notices.isConsentWall(headline.text(), body, signs)) {
      return unreadable(
          UnreadableReason.CONSENT_WALL, "asks for consent instead of showing an article");
    }
    if (words < Notices.MOST_WORDS
        && Notices.isError(headline.text(), evidence.outline().documentTitle(), signs)) {
      return unreadable(UnreadableReason.ERROR_PAGE, "the headline is that of an error page");
    }
    if (!signs.declared() && body.posts() == null && isIndex(evidence, words, body)) {
      return unreadable(UnreadableReason.INDEX_PAGE, "mostly links to other pages");
    }
    if (words < VIDEO_WORDS && isVideo(evidence)) {
      return unreadable(UnreadableReason.VIDEO_ONLY, words + " words beside a player");
    }
    if (isTooShort(words, signs)) {
      return words < LEAST_WORDS && Notices.isMostlyConsent(blocks)
          ? unreadable(UnreadableReason.CONSENT_WALL, "almost nothing but a request for consent")
          : unreadable(UnreadableReason.TOO_SHORT, words + " words of text");
    }
    return null;
  }

  private static Reading.Unreadable unreadable(UnreadableReason reason, String message) {
    return new Reading.Unreadable(reason, message);
  }

  private static boolean isTooShort(int words, ArticleSigns signs) {
    return words < LEAST_WORDS
        || (words < BRIEF_WORDS && signs.count() < BRIEF_SIGNS)
        || (words < UNSIGNED_WORDS && signs.count() == 0);
  }

  private static boolean isIndex(PageEvidence evidence, int words, Body body) {
    if (evidence.url() != null && PageUrls.isFront(evidence.url()) && words < OWN_WORDS) {
      return true;
    }
    if (evidence.outline().teaserShare() > MOSTLY_TEASERS) {
      return ownWords(evidence, body) < OWN_WORDS;
    }
    int linked = 0;
    for (Block block : evidence.outline().blocks()) {
      linked += block.kind() == BlockKind.HEADING && block.linkShare() > 0.8 ? 1 : 0;
    }
    return linked >= INDEX_HEADINGS
        && words < INDEX_SHARE * evidence.outline().top().words()
        && words < INDEX_WORDS;
  }

  /**
   * Counts the words of kept prose that does not summarise other articles. Teasers are marked only
   * if enough other prose is left. If it is not, the page counts as having nothing but teasers.
   */
  private static int ownWords(PageEvidence evidence, Body body) {
    Outline outline = evidence.outline();
    if ((1 - outline.teaserShare()) * outline.top().rawProseWords() < OWN_WORDS) {
      return 0;
    }
    return body.blocks().stream()
        .filter(block -> block.isProse() && !Mark.TEASER.in(block.marks()))
        .mapToInt(Block::words)
        .sum();
  }

  private static boolean isVideo(PageEvidence evidence) {
    String type = evidence.metas().first("og:type");
    return (type != null && type.startsWith("video"))
        || evidence.structured().things().stream().anyMatch(QualityGate::isVideo);
  }

  private static boolean isVideo(Thing thing) {
    return thing.is("videoobject") && !thing.listed();
  }
}
