package io.keeling.desk.saved.alert;

import io.keeling.desk.articles.diff.ChangeLine;
import io.keeling.desk.articles.diff.Remark;
import io.keeling.desk.messages.Messages;
import io.keeling.desk.saved.Alert;
import io.keeling.desk.saved.Rhythm;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An alert message for one channel of a search. Immutable; threads may share it.
 *
 * @param id id of its delivery, the same at each attempt
 * @param search the search's name
 * @param query the search's query, as in an address without its question mark
 * @param alert where it is sent
 * @param secret the signing key; null for channels that are not signed
 */
record Message(
    String id,
    String searchId,
    String search,
    String query,
    Alert alert,
    @Nullable String secret,
    Content content) {

  sealed interface Content {}

  /**
   * Articles that a search found.
   *
   * @param articles in order; a message without any is not sent
   * @param rising rising subjects among all articles of the search, strongest first; empty for
   *     immediate messages
   */
  record Found(List<Item> articles, List<Riser> rising) implements Content {

    Found {
      articles = List.copyOf(articles);
      rising = List.copyOf(rising);
    }
  }

  /** Another channel of the search was switched off, because its receiver answered 410. */
  record SwitchedOff(Alert gone) implements Content {}

  /** A test without content. */
  record Test() implements Content {}

  /**
   * A subject with more articles this week than in the eight weeks before.
   *
   * @param facet {@code name}, {@code topic} or {@code country}
   * @param label in the receiver's language
   * @param count articles of the week
   * @param expected the count to expect if the subject's share had stayed the same
   */
  record Riser(String facet, String value, String label, int count, double expected) {}

  /** The articles found; empty for other contents. */
  List<Item> articles() {
    return content instanceof Found found ? found.articles() : List.of();
  }

  /** The rising subjects; empty for other contents. */
  List<Riser> rising() {
    return content instanceof Found found ? found.rising() : List.of();
  }

  /** Whether there is nothing to report, so that it need not be sent. */
  boolean isEmpty() {
    return content instanceof Found && articles().isEmpty();
  }

  /** A copy with other articles and risers. */
  Message with(List<Item> articles, List<Riser> rising) {
    return new Message(id, searchId, search, query, alert, secret, new Found(articles, rising));
  }

  /**
   * An article that was found.
   *
   * @param kind {@code new} or {@code corrected}
   * @param version the version that was found; the other fields are current
   * @param published the date as its outlet gives it; null if unknown
   * @param topics its main topics, most certain first
   * @param change what a correction changed; null if unknown
   */
  record Item(
      String kind,
      String id,
      String version,
      String title,
      String subtitle,
      String url,
      String source,
      @Nullable String published,
      String language,
      @Nullable String story,
      List<String> topics,
      Instant foundAt,
      @Nullable Change change) {

    boolean corrected() {
      return kind.equals("corrected");
    }

    Item with(@Nullable Change other) {
      return new Item(
          kind, id, version, title, subtitle, url, source, published, language, story, topics,
          foundAt, other);
    }
  }

  /**
   * What a correction changed.
   *
   * @param remarks the comparison with the version before
   * @param note the outlet's own note; null if there is none
   */
  record Change(List<Remark> remarks, @Nullable String note) {

    Change {
      remarks = List.copyOf(remarks);
    }

    /** The change in one line, without the note. */
    String line(Messages words) {
      return ChangeLine.of(remarks, words);
    }
  }

  boolean atOnce() {
    return alert.rhythm() == Rhythm.AT_ONCE;
  }

  /** Keeps target and secret out of logs. */
  @Override
  public String toString() {
    return "Message[" + id + " of " + searchId + "]";
  }
}
