package io.keeling.feeds.alert;

import io.keeling.feeds.saved.Alert;
import io.keeling.feeds.saved.Rhythm;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a follower is told at once. Immutable and safe to share between threads.
 *
 * @param id of its delivery, the same at each attempt
 * @param searchId the saved search
 * @param search what that is called
 * @param alert who is told, and by which way
 * @param query what it looks for, as in an address without its question mark
 * @param secret what it is signed with, none where it is not signed
 * @param articles what was found, in that order
 * @param rising what rises among all articles of the search, the strongest first; none of what is
 *     told at once
 */
record Message(
    String id,
    String searchId,
    String search,
    String query,
    Alert alert,
    @Nullable String secret,
    List<Item> articles,
    List<Riser> rising) {

  Message {
    articles = List.copyOf(articles);
    rising = List.copyOf(rising);
  }

  /**
   * Something that is told of more this week than in the eight weeks before.
   *
   * @param facet {@code name}, {@code topic} or {@code country}
   * @param label what it is called, in the language of who is told
   * @param count articles of the week
   * @param expected how many there would be if its share were that of the weeks before
   */
  record Riser(String facet, String value, String label, int count, double expected) {}

  /** The same with what rises. */
  Message with(List<Riser> risers) {
    return new Message(id, searchId, search, query, alert, secret, articles, risers);
  }

  /**
   * An article that was found.
   *
   * @param kind {@code new} or {@code corrected}
   * @param version the wording in which it was found; the other fields are those of now
   * @param published as its outlet has it, none where that is not known
   * @param topics what it is about, the surest first
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
      Instant foundAt) {

    boolean corrected() {
      return kind.equals("corrected");
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
