package io.keeling.desk.page;

import io.keeling.desk.config.DeskConfig;
import io.keeling.desk.database.Database;
import io.keeling.desk.label.Labels;
import io.keeling.desk.web.Answers;
import io.keeling.desk.web.Queries;
import io.keeling.search.SearchIndex;

/** The services that features are built on. Immutable; threads may share it. */
public record Services(
    DeskConfig config,
    Database database,
    SearchIndex index,
    Labels labels,
    Pages pages,
    Queries queries) {

  public Answers answers() {
    return pages.answers();
  }

  /** The desk's public address without a trailing slash. */
  public String baseUrl() {
    return config.baseUrl();
  }
}
