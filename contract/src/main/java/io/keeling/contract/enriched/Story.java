package io.keeling.contract.enriched;

import java.util.Objects;

/**
 * Articles of several outlets that tell the same text.
 *
 * @param id the id of the first article that told it, or another if that article had told a story
 *     before it was rewritten
 * @param first whether this article is that one
 * @param outlets how many outlets had told it when this article arrived, itself included; the
 *     desk's pages and API have the number of now in its place, which is the number of outlets
 *     among the articles with this story's id
 */
public record Story(String id, boolean first, int outlets) {

  public Story {
    Objects.requireNonNull(id, "id");
    Range.requirePositive(outlets, "outlets");
  }
}
