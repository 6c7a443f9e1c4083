package io.keeling.desk.alert;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.keeling.desk.diff.Remark;
import io.keeling.desk.store.ComparisonStore;
import io.keeling.desk.store.ComparisonStore.Comparison;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds what corrections changed, for the messages that tell of them. Threads may share it; they
 * compare one after the other, so that followers leave readers the database and the processor.
 */
final class Changes {

  private static final Logger LOG = LoggerFactory.getLogger(Changes.class);

  /** One correction is told to many followers at about the same time; some 1 kB each. Chosen. */
  private static final int MOST_KNOWN = 1_000;

  /** An older wording that comes in late changes what was before. Chosen. */
  private static final Duration KNOWN = Duration.ofMinutes(10);

  private final ComparisonStore comparisons;
  private final Cache<String, Optional<Message.Change>> known =
      Caffeine.newBuilder().maximumSize(MOST_KNOWN).expireAfterWrite(KNOWN).build();

  Changes(ComparisonStore comparisons) {
    this.comparisons = comparisons;
  }

  /** The same message with what each correction in it changed. */
  Message of(Message message) {
    return message.articles().stream().anyMatch(Message.Item::corrected)
        ? message.with(
            message.articles().stream()
                .map(item -> item.corrected() ? item.with(change(item).orElse(null)) : item)
                .toList(),
            message.rising())
        : message;
  }

  private synchronized Optional<Message.Change> change(Message.Item item) {
    String key = item.id() + " " + item.version();
    Optional<Message.Change> change = known.getIfPresent(key);
    if (change == null) {
      try {
        change = compare(item);
        known.put(key, change);
      } catch (RuntimeException e) {
        LOG.debug("what changed in {} is not known", item.id(), e);
        change = Optional.empty();
      }
    }
    return change;
  }

  /** Nothing where the wording before is not known. */
  private Optional<Message.Change> compare(Message.Item item) {
    Optional<Comparison> found = comparisons.find(item.id(), null, item.version());
    return found
        .filter(comparison -> comparison.all().size() > 1)
        .map(comparison -> change(comparison.diff().remarks()));
  }

  /** The outlet's own note stands apart from what the comparison found. */
  private static Message.Change change(List<Remark> remarks) {
    String note = null;
    List<Remark> others = new ArrayList<>();
    for (Remark remark : remarks) {
      if (remark.kind() == Remark.Kind.CORRECTION_NOTE) {
        note = remark.after();
      } else {
        others.add(remark);
      }
    }
    return new Message.Change(others, note);
  }
}
