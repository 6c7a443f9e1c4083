package io.keeling.app.kafka;

import java.util.Comparator;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The partition and offset of a record in its topic, written {@code 3-1042}. */
public record RecordPosition(int partition, long offset) implements Comparable<RecordPosition> {

  private static final Comparator<RecordPosition> ORDER =
      Comparator.comparingInt(RecordPosition::partition).thenComparingLong(RecordPosition::offset);

  public static RecordPosition of(ConsumerRecord<?, ?> record) {
    return new RecordPosition(record.partition(), record.offset());
  }

  /**
   * Parses the form of {@link #toString}.
   *
   * @throws IllegalArgumentException if the text has another form
   */
  public static RecordPosition parse(String text) {
    if (!text.matches("\\d{1,5}-\\d{1,18}")) {
      throw new IllegalArgumentException("a dead letter's id looks like 3-1042, not " + text);
    }
    int dash = text.indexOf('-');
    return new RecordPosition(
        Integer.parseInt(text.substring(0, dash)), Long.parseLong(text.substring(dash + 1)));
  }

  @Override
  public int compareTo(RecordPosition other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return partition + "-" + offset;
  }
}
