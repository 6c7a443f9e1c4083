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
 * What a follower is told by one channel of a search.
 *
 * @param id of its delivery, the same at each attempt
 * @param searchId the saved search
 * @param search what that is called
 * @param query what it looks for, as in an address without its question mark
 * @param alert who is told, and by which way
 * @param secret what it is signed with, none where it is not signed
 * @param content what is said
 */
record Message(
    String id,
    String searchId,
    String search,
    String query,
    Alert alert,
    @Nullable String secret,
    Content content) {

  /** What is said. */
  sealed interface Content {}

  /**
   * What a search found.
   *
   * @param articles in their order; where there is none nothing is sent
   * @param rising what rises among all articles of the search, the strongest first; none of what is
   *     told at once
   */
  record Found(List<Item> articles, List<Riser> rising) implements Content {

    Found {
      articles = List.copyOf(articles);
      rising = List.copyOf(rising);
    }
  }

  /** Another channel of the search was switched off, as its receiver is gone. */
  record SwitchedOff(Alert gone) implements Content {}

  /** Nothing: somebody tries whether messages come. */
  record Test() implements Content {}

  /**
   * Something that is told of more this week than in the eight weeks before.
   *
   * @param facet {@code name}, {@code topic} or {@code country}
   * @param label what it is called, in the language of who is told
   * @param count articles of the week
   * @param expected how many there would be if its share were that of the weeks before
   */
  record Riser(String facet, String value, String label, int count, double expected) {}

  /** What was found; nothing of other messages. */
  List<Item> articles() {
    return content instanceof Found found ? found.articles() : List.of();
  }

  /** What rises; nothing of other messages. */
  List<Riser> rising() {
    return content instanceof Found found ? found.rising() : List.of();
  }

  /** Whether there is nothing to say. */
  boolean isEmpty() {
    return content instanceof Found && articles().isEmpty();
  }

  /** The same with what was found, and what rises. */
  Message with(List<Item> articles, List<Riser> rising) {
    return new Message(id, searchId, search, query, alert, secret, new Found(articles, rising));
  }

  /**
   * An article that was found.
   *
   * @param kind {@code new} or {@code corrected}
   * @param version the wording in which it was found; the other fields are those of now
   * @param published as its outlet has it, none where that is not known
   * @param topics what it is about, the surest first
   * @param change what a correction changed, none where that is not known
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
   * @param remarks by comparison with the wording before
   * @param note what the outlet itself says of it, none where it says nothing
   */
  record Change(List<Remark> remarks, @Nullable String note) {

    Change {
      remarks = List.copyOf(remarks);
    }

    /** What changed in one line, without the note. */
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
