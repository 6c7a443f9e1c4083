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
 * @param secret what it is signed with, none where it is not signed
 * @param articles what was found, in that order
 */
record Message(
    String id,
    String searchId,
    String search,
    Alert alert,
    @Nullable String secret,
    List<Item> articles) {

  Message {
    articles = List.copyOf(articles);
  }

  /**
   * An article that was found.
   *
   * @param kind {@code new} or {@code corrected}
   * @param version the wording in which it was found; the other fields are those of now
   * @param published as its outlet has it, none where that is not known
   * @param topics what it is about, the surest first
   * @param labels the same in words
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
      List<String> labels,
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
