package io.keeling.enrich.names;

import io.keeling.contract.enriched.Mention;
import io.keeling.contract.enriched.NameType;
import java.util.List;

/**
 * A name of an article with all its mentions.
 *
 * @param text the longest form, without the capitals of a dateline
 * @param type what it is
 * @param mentions where the text has it, in order
 * @param reasons for each mention, why it belongs to this name
 */
public record TaggedName(String text, NameType type, List<Mention> mentions, List<String> reasons) {

  /** Reason of a mention that was found under this very name. */
  public static final String TAGGED = "tagged";

  public TaggedName {
    mentions = List.copyOf(mentions);
    reasons = List.copyOf(reasons);
  }
}
