package io.keeling.sink.reading;

import io.keeling.contract.enriched.EnrichedArticle;
import org.jspecify.annotations.Nullable;

/** What a record of {@code keeling.enriched} turned out to be. Threads may share it. */
public sealed interface RecordReading {

  /**
   * An article to store.
   *
   * @param article what the record says
   * @param json the record's value, UTF-8: stored as it is, so that fields which this release does
   *     not know are kept; nobody may write to it
   * @param trace one id from discovery to store, if the record has one
   */
  record Store(EnrichedArticle article, byte[] json, @Nullable String trace)
      implements RecordReading {

    /** The article's id. */
    public String id() {
      return article.article().id();
    }

    /** The version's id. */
    public String version() {
      return article.article().version();
    }

    /** Names the article without its words, which never reach a log. */
    @Override
    public String toString() {
      return "Store[" + article + "]";
    }
  }

  /**
   * A tombstone: an article to forget, with all its versions.
   *
   * @param id the article's id
   */
  record Remove(String id) implements RecordReading {}

  /**
   * A record that cannot be stored.
   *
   * @param reason what dead letters are counted by
   * @param message one line for a person, without the content
   * @param exception class of the exception, if one was thrown
   */
  record Unreadable(String reason, String message, @Nullable String exception)
      implements RecordReading {

    /** Found without an exception. */
    public Unreadable(String reason, String message) {
      this(reason, message, null);
    }
  }

  /** A record that cannot be stored and is among the dead letters already. */
  record Buried() implements RecordReading {}
}
