package io.keeling.feeds.store;

/**
 * How many articles a query finds. Immutable and safe to share between threads.
 *
 * @param count the number, at most {@link #MOST}
 * @param exact false where there are more than that
 */
public record Total(int count, boolean exact) {

  /** Where counting stops: nobody reads on, and a count of everything would cost seconds. */
  public static final int MOST = 10_000;

  static Total of(int counted) {
    return new Total(Math.min(counted, MOST), counted <= MOST);
  }
}
