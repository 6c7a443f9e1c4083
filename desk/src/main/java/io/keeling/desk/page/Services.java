package io.keeling.desk.page;

import io.keeling.desk.config.DeskConfig;
import io.keeling.desk.database.Database;
import io.keeling.desk.label.Labels;
import io.keeling.desk.web.Answers;
import io.keeling.desk.web.Queries;
import io.keeling.search.SearchIndex;

/** What every feature is assembled from. Immutable and safe to share between threads. */
public record Services(
    DeskConfig config,
    Database database,
    SearchIndex index,
    Labels labels,
    Pages pages,
    Queries queries) {

  /** Tells failures. */
  public Answers answers() {
    return pages.answers();
  }

  /** The public address of the desk, without a slash at its end. */
  public String baseUrl() {
    return config.baseUrl();
  }
}
