package io.keeling.desk.articles.feed;

import io.keeling.desk.articles.store.ArticleStore;
import io.keeling.desk.label.Labels;
import io.keeling.desk.page.Services;
import io.keeling.desk.web.Answers;

/**
 * What feeds are made of, whatever their format.
 *
 * @param title of the site
 * @param baseUrl the public address, without a slash at its end
 */
public record FeedSource(
    ArticleStore articles, Labels labels, Answers answers, String title, String baseUrl) {

  public static FeedSource of(Services services) {
    return new FeedSource(
        new ArticleStore(services.database(), services.index()),
        services.labels(),
        services.answers(),
        services.config().title(),
        services.baseUrl());
  }
}
