package io.keeling.feeds.collection.store;

/** What became of a wish to change a collection. */
public sealed interface Outcome {

  /**
   * It is done.
   *
   * @param collection as it is now
   * @param made whether something is there that was not there before
   */
  record Done(Collection collection, boolean made) implements Outcome {}

  /** There is no such collection. */
  record Unknown() implements Outcome {}

  /** There is no such article, or it is not in the collection. */
  record NoArticle() implements Outcome {}

  /** Another collection is called so. */
  record NameTaken() implements Outcome {}

  /** There are {@link Collections#MOST} already. */
  record TooMany() implements Outcome {}

  /** It has {@link Collections#MOST_ARTICLES} already. */
  record Full() implements Outcome {}
}
