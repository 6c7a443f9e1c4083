package io.keeling.reader.pruning;

import io.keeling.reader.dates.BareDate;
import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.BlockKind;
import io.keeling.reader.wording.PhraseList;
import io.keeling.reader.wording.Placeholders;
import java.util.List;
import java.util.regex.Pattern;

/** The rules that leave a block out because of its words, wherever it is. */
public final class WordingRules {

  /** Longest call to action, in words; longer blocks are paragraphs that use the same phrases. */
  private static final int CALL_WORDS = 60;

  private static final int NOTICE_WORDS = 90;
  private static final int LONGEST_TIME = 10;
  private static final int DATE_WORDS = 22;
  private static final int SENTENCE_WORDS = 12;
  private static final int CREDIT_WORDS = 20;
  private static final int BLOCKS_BELOW = 3;

  /** The minute of a match: {@code 45'}, {@code 90+3’}, {@code 23.}, {@code 17 min}. */
  private static final Pattern MINUTE =
      Pattern.compile(
          "\\d{1,3}\\.? ?(?:\\+ ?\\d{1,2}\\.? ?)?(?:['\u2019\u2032\u00B4`.]|[Mm]in(?:ute)?\\.?)");

  /** An average rating by readers: {@code 4.5 out of 5}, {@code 3,8/5}. */
  private static final Pattern SCORE =
      Pattern.compile(
          "(?<!\\d)\\d{1,2}(?:[.,]\\d{1,2})? ?(?:/|out of|von|sur|de|su|van|av|z) ?(?:5|10)(?!\\d)");

  private static final int RATING_WORDS = 25;
  private static final PhraseList RATINGS = PhraseList.load("phrases/rating.txt");

  private static final PhraseList DATE_STARTS = PhraseList.load("phrases/date-start.txt");
  private static final PhraseList LABELS = PhraseList.load("phrases/label.txt");

  /** The rules, in the order in which they are tried. */
  public static final List<PruningRule> ALL =
      List.of(
          new PruningRule("title-repeated", (block, page) -> block.folded().equals(page.title())),
          new PruningRule(
              "label", (block, page) -> block.words() <= 3 && LABELS.equal(block.folded())),
          new PruningRule("placeholder", (block, page) -> Placeholders.isUnfilled(block.text())),
          new PruningRule("bare-time", (block, page) -> isBareTime(block)),
          new PruningRule("bare-date", WordingRules::isDateOfArticle),
          new PruningRule("byline-line", (block, page) -> BylineLine.isOne(block, page)),
          new PruningRule("announced-date", (block, page) -> isAnnouncedDate(block)),
          new PruningRule(
              "read-also",
              (block, page) -> block.words() < CALL_WORDS && ReadAlso.leadsAway(block)),
          holds("call-to-action", "phrases/call-to-action.txt", CALL_WORDS),
          holds("subscription-offer", "phrases/subscription-offer.txt", CALL_WORDS),
          holds("consent-notice", "phrases/consent-notice.txt", NOTICE_WORDS),
          new PruningRule("rating", (block, page) -> isRating(block)),
          new PruningRule("post-credit", (block, page) -> isPostCredit(block)),
          new PruningRule("credit-line", (block, page) -> CreditLine.isOne(block)));

  private WordingRules() {}

  /**
   * Whether a block is only a post's time or a match minute. Minutes in tables and headings do not
   * count.
   */
  private static boolean isBareTime(Block block) {
    String text = block.text();
    if (block.kind() == BlockKind.HEADING || block.kind() == BlockKind.CELL) {
      return isClock(text);
    }
    return isClock(text) || MINUTE.matcher(text).matches();
  }

  /**
   * Whether a date is right below the headline and so the article's. Farther down, it is a heading.
   */
  private static boolean isDateOfArticle(Block block, BodyContext page) {
    return page.headline() != null
        && block.order() > page.headline().order()
        && block.order() <= page.headline().order() + BLOCKS_BELOW
        && BareDate.isOne(block.text());
  }

  /** Whether a text is a time: digits and a colon, with hardly a letter. */
  private static boolean isClock(String text) {
    return text.length() <= LONGEST_TIME
        && text.indexOf(':') > 0
        && Character.isDigit(text.charAt(0))
        && text.chars().filter(Character::isLetter).count() <= 3;
  }

  /** Whether a block gives readers' ratings: "5.0 out of 5 based on 2 ratings". */
  private static boolean isRating(Block block) {
    return block.words() <= RATING_WORDS
        && !block.endsSentence()
        && RATINGS.in(block.folded())
        && SCORE.matcher(block.text()).find();
  }

  /** Whether a block credits a quoted post above it: "— Marta Lindqvist (@marta) 4 March 2024". */
  private static boolean isPostCredit(Block block) {
    String text = block.text();
    return block.words() <= CREDIT_WORDS
        && (text.startsWith("\u2014") || text.startsWith("\u2013") || text.startsWith("- "))
        && text.contains("(@");
  }

  /** Whether a block is a date line, not a sentence: "Published in 1997, the book tells of ...". */
  private static boolean isAnnouncedDate(Block block) {
    return block.words() < DATE_WORDS
        && DATE_STARTS.starts(block.folded())
        && (block.text().indexOf(':') == DATE_STARTS.longestAtStart(block.folded())
            || !(block.isProse() && block.words() > SENTENCE_WORDS && block.endsSentence()));
  }

  private static PruningRule holds(String name, String list, int words) {
    PhraseList phrases = PhraseList.load(list);
    return new PruningRule(
        name, (block, page) -> block.words() < words && phrases.in(block.folded()));
  }
}
