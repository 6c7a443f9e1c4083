package io.keeling.desk.collections;

/** The result of a change of a collection. */
public sealed interface ChangeOutcome {

  /**
   * It is done.
   *
   * @param collection as it is now
   * @param made whether something is there that was not there before
   */
  record Done(Collection collection, boolean made) implements ChangeOutcome {}

  /** There is no such collection. */
  record Unknown() implements ChangeOutcome {}

  /** There is no such article, or it is not in the collection. */
  record NoArticle() implements ChangeOutcome {}

  /** Another collection is called so. */
  record NameTaken() implements ChangeOutcome {}

  /** There are {@link Collections#MOST} already. */
  record TooMany() implements ChangeOutcome {}

  /** It has {@link Collections#MOST_ARTICLES} already. */
  record Full() implements ChangeOutcome {}
}
