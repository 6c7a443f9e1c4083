package io.keeling.ingest.reader.body;

import io.keeling.ingest.reader.outline.BlockKind;
import io.keeling.ingest.reader.outline.Mark;
import io.keeling.ingest.reader.outline.Marks;
import io.keeling.ingest.reader.wording.PhraseList;
import java.util.ArrayList;
import java.util.List;

/** The rules that leave single blocks out of an article, cheapest first. */
final class BlockRules {

  private static final double LINKED = 0.8;
  private static final PhraseList CALL_TO_ACTION = PhraseList.load("phrases/call-to-action.txt");
  private static final PhraseList OFFER = PhraseList.load("phrases/subscription-offer.txt");
  private static final PhraseList CONSENT = PhraseList.load("phrases/consent-notice.txt");
  private static final int NOTICE_WORDS = 90;
  private static final int CALL_WORDS = 60;

  /** Longer text in a box named after advertisements is the article between them. */
  private static final int ADVERT_WORDS = 25;

  static final List<PruningRule> ALL = rules();

  private BlockRules() {}

  private static List<PruningRule> rules() {
    List<PruningRule> rules = new ArrayList<>();
    rules.add(
        new PruningRule(
            "excluded-box",
            (block, page) -> (block.marksBelow(page.root()) & Marks.EXCLUDED) != 0));
    for (Mark mark :
        List.of(
            Mark.CAPTION,
            Mark.RELATED,
            Mark.PROMOTION,
            Mark.COMMENTS,
            Mark.BIOGRAPHY,
            Mark.SHARE,
            Mark.ADVERT,
            Mark.TAGS,
            Mark.EMBED,
            Mark.FOOTER,
            Mark.SMALL_PRINT)) {
      rules.add(
          new PruningRule(
              "box-" + mark.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
              (block, page) -> mark.in(block.marksBelow(page.root()))));
    }
    rules.add(
        new PruningRule(
            "box-advert",
            (block, page) ->
                Mark.ADVERT.in(block.marksBelow(page.root())) && block.words() < ADVERT_WORDS));
    rules.add(new PruningRule("image-caption", ImageCaption::isOne));
    rules.add(
        new PruningRule(
            "byline",
            (block, page) -> Mark.BYLINE.in(block.marksBelow(page.root())) && block.words() < 40));
    rules.add(
        new PruningRule(
            "date-line",
            (block, page) -> Mark.DATE.in(block.marksBelow(page.root())) && block.words() < 15));
    rules.add(
        new PruningRule(
            "link-only",
            (block, page) -> block.linkShare() > LINKED && block.kind() != BlockKind.HEADING));
    rules.add(
        new PruningRule("title-repeated", (block, page) -> block.folded().equals(page.title())));
    rules.add(
        new PruningRule(
            "read-also", (block, page) -> block.words() < CALL_WORDS && ReadAlso.leadsAway(block)));
    rules.add(
        new PruningRule(
            "call-to-action",
            (block, page) ->
                block.words() < CALL_WORDS
                    && (CALL_TO_ACTION.in(block.folded()) || OFFER.in(block.folded()))));
    rules.add(
        new PruningRule(
            "consent-notice",
            (block, page) -> block.words() < NOTICE_WORDS && CONSENT.in(block.folded())));
    rules.add(new PruningRule("credit-line", (block, page) -> CreditLine.isOne(block)));
    return rules;
  }
}
