package io.keeling.contract.enriched;

import java.util.Objects;

/**
 * Articles of several outlets with the same text.
 *
 * @param id the id of the story's first article, or another id if that article belonged to a story
 *     before it was rewritten
 * @param first whether this article is the first
 * @param outlets number of outlets, including this article's, that had the story when this article
 *     arrived; the desk's pages and API show the present number instead
 */
public record Story(String id, boolean first, int outlets) {

  public Story {
    Objects.requireNonNull(id, "id");
    Range.requirePositive(outlets, "outlets");
  }
}
