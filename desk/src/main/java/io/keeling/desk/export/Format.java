package io.keeling.desk.export;

import io.keeling.contract.enriched.EnrichedArticle;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A way to write articles to a file. Threads may share it; what it opens is for one thread. */
public interface Format {

  /** The ending of the file's name, which is also that of its address. */
  String extension();

  /** The media type, with its charset where it is text. */
  String contentType();

  /** The columns, none where it has none. */
  List<Column> columns();

  /**
   * Begins a file.
   *
   * @param output takes it; stays open
   * @param query which articles it has, as a query string
   */
  Rows open(OutputStream output, String query) throws IOException;

  /** A file that is being written. */
  interface Rows {
    /** Writes an article. */
    void write(EnrichedArticle article) throws IOException;

    /** Writes what comes after the last article, which in most formats is nothing. */
    default void finish() throws IOException {}
  }
}
