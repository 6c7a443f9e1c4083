package io.keeling.app.deadletter;

import java.util.Comparator;

/**
 * The place of a dead letter in its topic.
 *
 * @param partition partition of {@code keeling.dead-letters}
 * @param offset offset in it
 */
public record DeadLetterId(int partition, long offset) implements Comparable<DeadLetterId> {

  private static final Comparator<DeadLetterId> ORDER =
      Comparator.comparingInt(DeadLetterId::partition).thenComparingLong(DeadLetterId::offset);

  /**
   * Reads the form that {@link #toString} gives, such as {@code 3-1042}.
   *
   * @throws IllegalArgumentException if the text has another form
   */
  public static DeadLetterId parse(String text) {
    if (!text.matches("\\d{1,5}-\\d{1,18}")) {
      throw new IllegalArgumentException("a dead letter's id looks like 3-1042, not " + text);
    }
    int dash = text.indexOf('-');
    return new DeadLetterId(
        Integer.parseInt(text.substring(0, dash)), Long.parseLong(text.substring(dash + 1)));
  }

  @Override
  public int compareTo(DeadLetterId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return partition + "-" + offset;
  }
}
