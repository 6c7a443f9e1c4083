package io.keeling.desk.articles.feed;

import io.keeling.desk.articles.store.ArticleStore;
import io.keeling.desk.label.Labels;
import io.keeling.desk.page.Services;

/**
 * What feeds of every format need. Immutable; threads may share it.
 *
 * @param title the site's title
 * @param baseUrl the public address without a trailing slash
 */
public record FeedSource(ArticleStore articles, Labels labels, String title, String baseUrl) {

  public static FeedSource of(Services services) {
    return new FeedSource(
        new ArticleStore(services.database(), services.index()),
        services.labels(),
        services.config().title(),
        services.baseUrl());
  }
}
