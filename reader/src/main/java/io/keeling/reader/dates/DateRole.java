package io.keeling.reader.dates;

import io.keeling.reader.wording.PhraseList;
import org.jspecify.annotations.Nullable;

/** What a visible date means, according to the page. */
enum DateRole {
  PUBLICATION,
  CHANGE,
  /** Another event, such as the opening of an account. */
  OTHER,
  UNSAID;

  private static final PhraseList PUBLISHED = PhraseList.load("phrases/published.txt");
  private static final PhraseList OTHERS = PhraseList.load("phrases/other-date.txt");
  private static final PhraseList UPDATED = PhraseList.load("phrases/updated.txt");

  /**
   * Returns the role that the folded words before a date announce; of several such words, the last
   * counts.
   */
  static DateRole announcedBy(String folded) {
    if (OTHERS.in(folded)) {
      return OTHER;
    }
    String updated = UPDATED.find(folded);
    String published = PUBLISHED.find(folded);
    if (updated == null) {
      return published == null ? UNSAID : PUBLICATION;
    }
    return published != null && folded.lastIndexOf(published) > folded.lastIndexOf(updated)
        ? PUBLICATION
        : CHANGE;
  }

  /** Returns the role that the folded words after a date give, if they say nothing else. */
  static DateRole saidBy(String folded) {
    return UPDATED.equal(folded) ? CHANGE : UNSAID;
  }

  /**
   * Returns the role in an element's names. A date named as both published and updated is that of
   * publication: the page was never changed.
   */
  static DateRole named(@Nullable String names) {
    if (names == null || names.isEmpty()) {
      return UNSAID;
    }
    boolean change =
        names.contains("updated") || names.contains("modified") || names.contains("Modified");
    boolean publication = names.contains("ublish") || names.contains("entry-date");
    return publication ? PUBLICATION : change ? CHANGE : UNSAID;
  }
}
