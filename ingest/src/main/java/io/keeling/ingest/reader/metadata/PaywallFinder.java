package io.keeling.ingest.reader.metadata;

import io.keeling.ingest.reader.outline.Block;
import io.keeling.ingest.reader.outline.Mark;
import io.keeling.ingest.reader.structured.Thing;
import io.keeling.ingest.reader.wording.PhraseList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells whether an article stands behind a paywall: the page says so, or its text ends in an offer
 * to subscribe. Stateless.
 */
public final class PaywallFinder {

  private static final PhraseList OFFERS = PhraseList.load("phrases/subscription-offer.txt");
  private static final Set<String> PAID_TIERS =
      Set.of("locked", "metered", "premium", "paid", "subscriber");
  private static final int OFFER_WORDS = 60;
  private static final int BLOCKS_BELOW = 8;

  /** A longer text is the whole article, whatever stands below it. */
  private static final int WHOLE_ARTICLE_WORDS = 350;

  private PaywallFinder() {}

  /** Whether everybody may read the article. */
  public static Chosen<Boolean> free(Evidence evidence, List<Block> text) {
    for (Thing thing : evidence.structured().things()) {
      String free = thing.text("isAccessibleForFree");
      if (free != null && (thing.isArticle() || thing.is("webpageelement") || thing.isWebPage())) {
        boolean paid = free.toLowerCase(Locale.ROOT).endsWith("false");
        if (paid) {
          return new Chosen<>(false, "json-ld:isAccessibleForFree");
        }
      }
    }
    String tier =
        evidence.metas().firstOf("article:content_tier", "content_tier", "og:article:content_tier");
    if (tier != null && PAID_TIERS.contains(tier.toLowerCase(Locale.ROOT))) {
      return new Chosen<>(false, "meta:content_tier");
    }
    return offered(evidence, text)
        ? new Chosen<>(false, "subscription-offer")
        : new Chosen<>(true, "none");
  }

  private static boolean offered(Evidence evidence, List<Block> text) {
    int words = text.stream().mapToInt(Block::words).sum();
    if (text.isEmpty() || words > WHOLE_ARTICLE_WORDS) {
      return false;
    }
    List<Block> blocks = evidence.outline().blocks();
    int last = text.get(text.size() - 1).order();
    for (int i = last; i < Math.min(blocks.size(), last + BLOCKS_BELOW); i++) {
      Block block = blocks.get(i);
      if (block.words() <= OFFER_WORDS
          && !Mark.HIDDEN.in(block.marks())
          && OFFERS.in(block.folded())) {
        return true;
      }
    }
    return false;
  }
}
