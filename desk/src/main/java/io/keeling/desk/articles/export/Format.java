package io.keeling.desk.articles.export;

import io.keeling.contract.enriched.EnrichedArticle;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A way to write articles to a file. Threads may share it; what it opens is for one thread. */
public interface Format {

  /** The file extension, also that of the address. */
  String extension();

  /** The media type, with the charset for text. */
  String contentType();

  /** The columns; empty where the format has none. */
  List<Column> columns();

  /**
   * Begins a file.
   *
   * @param output takes it; stays open
   * @param query which articles it has, as a query string
   */
  Rows open(OutputStream output, String query) throws IOException;

  interface Rows {
    void write(EnrichedArticle article) throws IOException;

    /** Writes what follows the last article; nothing in most formats. */
    default void finish() throws IOException {}
  }
}
