package io.keeling.desk.feed;

import io.keeling.desk.label.Labels;
import io.keeling.desk.store.ArticleStore;
import io.keeling.desk.web.Answers;

/**
 * What feeds are made of, whatever their format.
 *
 * @param title of the site
 * @param baseUrl the public address, without a slash at its end
 */
public record FeedSource(
    ArticleStore articles, Labels labels, Answers answers, String title, String baseUrl) {}
