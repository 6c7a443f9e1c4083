package io.keeling.reader.metadata;

import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.Mark;
import io.keeling.reader.structured.Thing;
import io.keeling.reader.wording.PhraseList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an article is behind a paywall: the page declares it, or the text ends in an
 * offer to subscribe.
 */
public final class PaywallFinder {

  private static final PhraseList OFFERS = PhraseList.load("phrases/subscription-offer.txt");
  private static final Set<String> PAID_TIERS =
      Set.of("locked", "metered", "premium", "paid", "subscriber");
  private static final int OFFER_WORDS = 60;
  private static final int BLOCKS_BELOW = 8;

  /** Longest text that a paywall may have cut; a longer one is the whole article. */
  private static final int WHOLE_ARTICLE_WORDS = 350;

  private PaywallFinder() {}

  /** Returns whether everybody may read the article. */
  public static Chosen<Boolean> free(PageEvidence evidence, List<Block> text) {
    Boolean declared = declared(evidence);
    if (Boolean.FALSE.equals(declared)) {
      return new Chosen<>(false, "json-ld:isAccessibleForFree");
    }
    String tier =
        evidence.metas().firstOf("article:content_tier", "content_tier", "og:article:content_tier");
    if (tier != null) {
      evidence.consider("free", tier, "meta:content_tier", 0.5);
    }
    if (tier != null && PAID_TIERS.contains(tier.toLowerCase(Locale.ROOT))) {
      return new Chosen<>(false, "meta:content_tier");
    }
    // An offer below a short text outweighs a declared "yes", which may come from a template.
    return offered(evidence, text)
        ? new Chosen<>(false, "subscription-offer")
        : new Chosen<>(true, "none");
  }

  /**
   * Returns what the page declares, or null. The article's declaration takes precedence over those
   * of the page and its parts, some of which are for subscribers only. One "no" outweighs a "yes".
   */
  private static @Nullable Boolean declared(PageEvidence evidence) {
    Boolean article = null;
    Boolean others = null;
    for (Thing thing : evidence.structured().things()) {
      Boolean free = yesOrNo(thing.text("isAccessibleForFree"));
      if (free == null) {
        continue;
      }
      evidence.consider("free", free, "json-ld:isAccessibleForFree", thing.isArticle() ? 1 : 0.5);
      if (thing.isArticle()) {
        article = article == null ? free : article && free;
      } else if (thing.is("webpageelement") || thing.isWebPage()) {
        others = others == null ? free : others && free;
      }
    }
    if (article == null && others == null) {
      others = yesOrNo(evidence.metas().first("isaccessibleforfree"));
    }
    return article != null ? article : others;
  }

  /** Reads {@code "False"}, {@code false} and {@code http://schema.org/False}. */
  private static @Nullable Boolean yesOrNo(@Nullable String text) {
    String value =
        text == null
            ? ""
            : text.substring(text.lastIndexOf('/') + 1).strip().toLowerCase(Locale.ROOT);
    return switch (value) {
      case "true", "yes", "1" -> true;
      case "false", "no", "0" -> false;
      default -> null;
    };
  }

  private static boolean offered(PageEvidence evidence, List<Block> text) {
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
        evidence.consider("free", block.text(), "subscription-offer", 0.25);
        return true;
      }
    }
    return false;
  }
}
