package io.keeling.ingest.reader.body;

import io.keeling.ingest.reader.wording.PhraseList;
import java.util.List;

/** The rules that leave a block out for what it says, wherever it stands. */
final class WordingRules {

  /** Longer blocks are paragraphs that happen to use the words. */
  private static final int CALL_WORDS = 60;

  private static final int NOTICE_WORDS = 90;
  private static final int LONGEST_TIME = 10;
  private static final int DATE_WORDS = 22;

  private static final PhraseList LABELS = PhraseList.load("phrases/label.txt");

  static final List<PruningRule> ALL =
      List.of(
          new PruningRule("title-repeated", (block, page) -> block.folded().equals(page.title())),
          new PruningRule(
              "label", (block, page) -> block.words() <= 3 && LABELS.equal(block.folded())),
          new PruningRule("bare-time", (block, page) -> isBareTime(block.text())),
          new PruningRule("byline-line", (block, page) -> BylineLine.isOne(block, page)),
          starts("announced-date", "phrases/date-start.txt", DATE_WORDS),
          new PruningRule(
              "read-also",
              (block, page) -> block.words() < CALL_WORDS && ReadAlso.leadsAway(block)),
          holds("call-to-action", "phrases/call-to-action.txt", CALL_WORDS),
          holds("subscription-offer", "phrases/subscription-offer.txt", CALL_WORDS),
          holds("consent-notice", "phrases/consent-notice.txt", NOTICE_WORDS),
          new PruningRule("credit-line", (block, page) -> CreditLine.isOne(block)));

  private WordingRules() {}

  /** The clock time of a post: digits and a colon, hardly anything else. */
  private static boolean isBareTime(String text) {
    return text.length() <= LONGEST_TIME
        && text.indexOf(':') > 0
        && Character.isDigit(text.charAt(0))
        && text.chars().filter(Character::isLetter).count() <= 3;
  }

  private static PruningRule starts(String name, String list, int words) {
    PhraseList phrases = PhraseList.load(list);
    return new PruningRule(
        name, (block, page) -> block.words() < words && phrases.starts(block.folded()));
  }

  private static PruningRule holds(String name, String list, int words) {
    PhraseList phrases = PhraseList.load(list);
    return new PruningRule(
        name, (block, page) -> block.words() < words && phrases.in(block.folded()));
  }
}
