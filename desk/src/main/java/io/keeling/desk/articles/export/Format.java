package io.keeling.desk.articles.export;

import io.keeling.contract.enriched.EnrichedArticle;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * A way to write articles to a file. Threads may share it; the {@link Rows} that it opens are for
 * one thread.
 */
public interface Format {

  /** The file extension, also used in the address of the export. */
  String extension();

  /** The media type, with the charset for text. */
  String contentType();

  /** The columns; empty if the format has none. */
  List<Column> columns();

  /**
   * Begins a file.
   *
   * @param output receives the file; stays open
   * @param query the query string that selected the articles
   */
  Rows open(OutputStream output, String query) throws IOException;

  interface Rows {
    void write(EnrichedArticle article) throws IOException;

    /** Writes what comes after the last article; nothing in most formats. */
    default void finish() throws IOException {}
  }
}
