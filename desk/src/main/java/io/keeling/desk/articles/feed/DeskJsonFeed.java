package io.keeling.desk.articles.feed;

import io.javalin.http.Context;
import io.keeling.contract.article.Article;
import io.keeling.desk.articles.store.ListedArticle;
import io.keeling.desk.label.Labels;
import io.keeling.desk.messages.Messages;
import io.keeling.desk.web.JsonAnswer;
import io.keeling.desk.web.QueryHandler.QueryAction;
import io.keeling.desk.web.ReaderLanguage;
import io.keeling.search.query.ArticleQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /feed.json}: the newest articles of a query as a JSON Feed (version 1.1,
 * jsonfeed.org). Threads may share it.
 */
public final class DeskJsonFeed implements QueryAction {

  private final FeedSource source;

  public DeskJsonFeed(FeedSource source) {
    this.source = source;
  }

  @Override
  public void answer(Context context, ArticleQuery query) {
    Optional<Messages> language = ReaderLanguage.ofProgram(context);
    if (language.isEmpty()) {
      throw ReaderLanguage.unknown().exception();
    }
    Labels spoken = source.labels().in(language.get());
    String queryString = FeedTitle.query(query);
    List<ListedArticle> items = source.articles().list(query).items();
    JsonAnswer.send(
        context,
        new JsonFeedDocument(
            FeedTitle.of(source.title(), query.filters(), spoken, items),
            source.baseUrl() + FeedTitle.page(queryString),
            source.baseUrl() + "/feed.json" + FeedTitle.in(language.get(), queryString),
            items.stream().map(listed -> item(listed, spoken)).toList()),
        JsonFeedDocument.MEDIA_TYPE,
        items.stream().map(ListedArticle::storedAt).max(Instant::compareTo).orElse(null));
  }

  private JsonFeedDocument.Item item(ListedArticle listed, Labels spoken) {
    Article article = listed.article().article();
    return new JsonFeedDocument.Item(
        "urn:keeling:article:" + article.id(),
        article.canonicalUrl(),
        article.title(),
        listed.snippet().text(),
        listed.sortedAt(),
        listed.storedAt(),
        article.authors().stream().map(JsonFeedDocument.Author::new).toList(),
        listed.article().topics().stream().map(t -> spoken.topic(t.id())).toList(),
        article.language().equals("und") ? "" : article.language());
  }
}
