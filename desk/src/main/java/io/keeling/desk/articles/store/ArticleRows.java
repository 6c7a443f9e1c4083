package io.keeling.desk.articles.store;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.desk.database.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads articles by their ids. Threads may share it. */
final class ArticleRows {

  /**
   * Maximum number of rows that are read with one connection at a time. A longer list is read in
   * pieces, so that a short list waits for pieces of long ones and not for whole ones.
   */
  private static final int PIECE = 20;

  private final Database database;

  ArticleRows(Database database) {
    this.database = database;
  }

  /**
   * A stored article.
   *
   * @param article with its tags but without text
   * @param text as much of the text as was asked for
   * @param storedAt when the sink stored it
   */
  record Row(EnrichedArticle article, String text, Instant storedAt) {}

  /** A row before it is parsed. */
  record Stored(String document, int outlets, String text, Instant storedAt) {

    Row read() {
      return new Row(StoredDocument.read(document, "", outlets), text, storedAt);
    }
  }

  /**
   * Stored articles by id.
   *
   * @param characters how many characters of each text are read
   */
  Map<String, Row> find(Collection<String> ids, int characters) {
    return read(stored(ids, characters));
  }

  /**
   * Reads rows without parsing them, so that the connection is held only briefly. {@link #read}
   * parses them.
   */
  List<Stored> stored(Collection<String> ids, int characters) {
    List<String> all = List.copyOf(ids);
    List<Stored> rows = new ArrayList<>(all.size());
    for (int from = 0; from < all.size(); from += PIECE) {
      rows.addAll(piece(all.subList(from, Math.min(from + PIECE, all.size())), characters));
    }
    return rows;
  }

  private List<Stored> piece(List<String> ids, int characters) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT a.document, left(a.text, :characters) AS text, a.stored_at, %s
                    FROM article a WHERE a.id = ANY (:ids)
                    """
                        .formatted(StoryOutlets.COLUMN))
                .bind("ids", ids.toArray(String[]::new))
                .bind("characters", characters)
                .mapTo(Stored.class)
                .list());
  }

  private record Whole(String document, String text, int outlets) {}

  /** Stored articles with their whole texts, in no particular order. */
  List<EnrichedArticle> whole(Collection<String> ids) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT a.document, a.text, %s FROM article a WHERE a.id = ANY (:ids)"
                        .formatted(StoryOutlets.COLUMN))
                .bind("ids", ids.toArray(String[]::new))
                .mapTo(Whole.class)
                .map(row -> StoredDocument.read(row.document(), row.text(), row.outlets()))
                .list());
  }

  /** Parses rows into articles, by id. */
  static Map<String, Row> read(List<Stored> stored) {
    Map<String, Row> rows = new HashMap<>();
    for (Stored each : stored) {
      Row row = each.read();
      rows.put(row.article().article().id(), row);
    }
    return rows;
  }
}
