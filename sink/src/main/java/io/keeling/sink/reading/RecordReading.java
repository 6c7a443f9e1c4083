package io.keeling.sink.reading;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.storage.StorableJson;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** A record of {@code keeling.enriched}, as read by the sink. */
public sealed interface RecordReading {

  /** Reads a record; throws nothing, whatever the record contains. */
  static RecordReading of(ConsumerRecord<byte[], byte[]> record) {
    if (record.key() == null) {
      return new Unreadable("no-key", "the record has no key");
    }
    String key = new String(record.key(), StandardCharsets.UTF_8);
    if (record.value() == null) {
      // PostgreSQL cannot store an id with a NUL character, so there is nothing to delete.
      return key.indexOf('\u0000') < 0
          ? new Remove(key)
          : new Unreadable("wrong-key", "the key has a NUL character");
    }
    EnrichedArticle article;
    try {
      article = ContractSerdes.ENRICHED_ARTICLE.deserialize(record.topic(), record.value());
    } catch (SerializationException e) {
      return new Unreadable("unreadable", String.valueOf(e.getMessage()), e.getClass().getName());
    }
    if (article == null) {
      return new Unreadable("unreadable", "the value is JSON null; to delete, send no value");
    }
    if (!article.article().id().equals(key)) {
      return new Unreadable("wrong-key", "the key is not the article's id");
    }
    Optional<String> problem = StorableJson.problem(record.value());
    if (problem.isPresent()) {
      return new Unreadable("unstorable-text", problem.get());
    }
    return new Store(
        article, record.value(), HeaderValues.get(record.headers(), HeaderNames.TRACE));
  }

  /** Passes on what must be written: an article to store, an article to remove, or nothing. */
  void toWrite(Consumer<Store> store, Consumer<Remove> remove);

  /**
   * An article to store.
   *
   * @param json the record's value, UTF-8, stored unchanged, so that fields unknown to this release
   *     are kept; nobody may change it
   * @param trace id that the article keeps from discovery to store; null if the record has none
   */
  record Store(EnrichedArticle article, byte[] json, @Nullable String trace)
      implements RecordReading {

    @Override
    public void toWrite(Consumer<Store> store, Consumer<Remove> remove) {
      store.accept(this);
    }

    public String id() {
      return article.article().id();
    }

    public String version() {
      return article.article().version();
    }

    /** Leaves out the content, which must not reach a log. */
    @Override
    public String toString() {
      return "Store[" + article + "]";
    }
  }

  /** A tombstone: an article to delete, with all its versions. */
  record Remove(String id) implements RecordReading {

    @Override
    public void toWrite(Consumer<Store> store, Consumer<Remove> remove) {
      remove.accept(this);
    }
  }

  /**
   * A record that cannot be stored.
   *
   * @param reason the reason by which dead letters are counted
   * @param message one line for people, without content
   * @param exception class of the exception, if one was thrown
   */
  record Unreadable(String reason, String message, @Nullable String exception)
      implements RecordReading {

    @Override
    public void toWrite(Consumer<Store> store, Consumer<Remove> remove) {}

    public Unreadable(String reason, String message) {
      this(reason, message, null);
    }
  }

  /** A record that cannot be stored and has already become a dead letter. */
  record Buried() implements RecordReading {

    @Override
    public void toWrite(Consumer<Store> store, Consumer<Remove> remove) {}
  }
}
