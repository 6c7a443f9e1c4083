package io.keeling.desk.running;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keeling.contract.article.Article;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.serde.Json;
import io.keeling.contract.topic.Topics;
import io.keeling.search.Change;
import io.keeling.search.WritableIndex;
import io.keeling.search.query.Facet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jspecify.annotations.Nullable;

/** Puts articles where the sink would put them. */
public final class Archive {

  private final Jdbi jdbi;
  private final @Nullable WritableIndex index;
  private final Set<String> stored = ConcurrentHashMap.newKeySet();

  /**
   * @param index gets the articles as well, none where it gets them otherwise
   */
  Archive(DataSource database, @Nullable WritableIndex index) {
    this.index = index;
    this.jdbi = Jdbi.create(database).installPlugin(new PostgresPlugin());
  }

  /** Takes every article away. */
  public void clear() {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "TRUNCATE article, article_version, article_name, article_country, article_topic"));
    apply(stored.stream().map(id -> (Change) new Change.Remove(id)).toList());
    stored.clear();
  }

  /** Stores articles, each as the current state of its id. */
  public void store(EnrichedArticle... articles) {
    jdbi.useTransaction(
        handle -> {
          for (EnrichedArticle article : articles) {
            store(handle, article);
          }
        });
    List<Change> changes = new ArrayList<>();
    for (EnrichedArticle article : articles) {
      String id = article.article().id();
      // As here, what is stored last is current, whenever it was fetched.
      changes.add(new Change.Remove(id));
      changes.add(new Change.Put(article));
      stored.add(id);
    }
    apply(changes);
  }

  /** Stores another wording of an article that is stored, as the sink and the index would. */
  public void correct(EnrichedArticle article) {
    jdbi.useTransaction(handle -> store(handle, article));
    stored.add(article.article().id());
    apply(List.of(new Change.Put(article)));
  }

  private synchronized void apply(List<Change> changes) {
    if (index != null) {
      try {
        index.apply(changes, Map.of());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The sink has stored so many records of each partition of {@code keeling.enriched}. */
  public void sinkIsAt(int partitions, long offset) {
    jdbi.useHandle(
        handle -> {
          for (int i = 0; i < partitions; i++) {
            handle.execute(
                "INSERT INTO consumer_offset (topic, partition, next_offset) VALUES (?, ?, ?)",
                Topics.ENRICHED.name(),
                i,
                offset);
          }
        });
  }

  /** Changes the database by hand. */
  public void execute(String sql, Object... values) {
    jdbi.useHandle(handle -> handle.execute(sql, values));
  }

  /** What a question that is answered with one number is answered with. */
  public long count(String sql, Object... values) {
    return jdbi.withHandle(handle -> handle.select(sql, values).mapTo(Long.class).one());
  }

  /** Spoils what is stored of an article. */
  public void breakDocument(String id) {
    jdbi.useHandle(handle -> handle.execute("UPDATE article SET document = '{}' WHERE id = ?", id));
  }

  private static void store(Handle handle, EnrichedArticle enriched) {
    Article article = enriched.article();
    for (String table : new String[] {"article_name", "article_country", "article_topic"}) {
      handle.execute("DELETE FROM " + table + " WHERE article_id = ?", article.id());
    }
    handle.execute("DELETE FROM article WHERE id = ?", article.id());
    Instant published =
        article.publishedAt() == null ? article.fetchedAt() : article.publishedAt().instant();
    Instant sorted = published.isAfter(article.fetchedAt()) ? article.fetchedAt() : published;
    handle
        .createUpdate(
            """
            INSERT INTO article (id, revision, version, url, canonical_url, source_id, source_name,
                source_domain, title, subtitle, authors, published, published_at, fetched_at,
                sorted_at, language, keywords, text, free, climate_grade, climate_score, story_id,
                document)
            VALUES (:id, :revision, :version, :url, :url, :source, :sourceName, :domain, :title,
                :subtitle, :authors, :published, :sorted, :fetched, :sorted, :language, :keywords,
                :text, :free, :grade, :score, :story, CAST(:document AS jsonb))
            """)
        .bind("id", article.id())
        .bind("revision", enriched.revision())
        .bind("version", article.version())
        .bind("url", article.canonicalUrl())
        .bind("source", article.source().id())
        .bind("sourceName", article.source().name())
        .bind("domain", article.source().domain())
        .bind("title", article.title())
        .bind("subtitle", article.subtitle())
        .bind("authors", article.authors().toArray(String[]::new))
        .bind("published", article.publishedAt() == null ? null : article.publishedAt().toString())
        .bind("sorted", sorted.atOffset(ZoneOffset.UTC))
        .bind("fetched", article.fetchedAt().atOffset(ZoneOffset.UTC))
        .bind("language", article.language())
        .bind("keywords", article.keywords().toArray(String[]::new))
        .bind("text", article.text())
        .bind("free", article.free())
        .bind("grade", Facet.CLIMATE.read(json(enriched.climate().grade())).orElseThrow())
        .bind("score", enriched.climate().score())
        .bind("story", enriched.story() == null ? null : enriched.story().id())
        .bind("document", document(enriched, false))
        .execute();
    handle
        .createUpdate(
            """
            INSERT INTO article_version (article_id, version, revision, fetched_at, document)
            VALUES (:id, :version, :revision, :fetched, CAST(:document AS jsonb))
            """)
        .bind("id", article.id())
        .bind("version", article.version())
        .bind("revision", enriched.revision())
        .bind("fetched", article.fetchedAt().atOffset(ZoneOffset.UTC))
        .bind("document", document(enriched, true))
        .execute();
    storeTags(handle, enriched);
  }

  private static void storeTags(Handle handle, EnrichedArticle enriched) {
    String id = enriched.article().id();
    for (int i = 0; i < enriched.names().size(); i++) {
      var name = enriched.names().get(i);
      handle.execute(
          "INSERT INTO article_name (article_id, position, text, type, salience, mentions)"
              + " VALUES (?, ?, ?, ?, ?, ?)",
          id,
          i,
          name.text(),
          json(name.type()),
          name.salience(),
          name.mentions().size());
    }
    enriched
        .countries()
        .forEach(
            c ->
                handle.execute(
                    "INSERT INTO article_country VALUES (?, ?, ?)", id, c.code(), c.weight()));
    enriched
        .topics()
        .forEach(
            t ->
                handle.execute(
                    "INSERT INTO article_topic (article_id, topic_id, grade, score)"
                        + " VALUES (?, ?, ?, ?)",
                    id,
                    t.id(),
                    t.grade().name().toLowerCase(Locale.ROOT),
                    t.score()));
  }

  private static String document(EnrichedArticle enriched, boolean withText) {
    try {
      ObjectNode node = Json.MAPPER.valueToTree(enriched);
      if (!withText) {
        node.remove("text");
      }
      return Json.MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String json(Object value) {
    return Json.MAPPER.valueToTree(value).asText();
  }
}
