package io.keeling.desk.profiles;

import io.keeling.contract.article.Article;
import io.keeling.contract.enriched.Story;
import io.keeling.desk.articles.ResultItems;
import io.keeling.desk.articles.store.ListedArticle;
import io.keeling.desk.label.Dates;
import io.keeling.desk.messages.Messages;
import io.keeling.desk.page.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A short form of an article. Immutable; threads may share it.
 *
 * @param tongue its language tag for the browser, null if unknown
 * @param story number of tellings of its story and a link to them, null if there is only one
 */
public record Headline(
    String source, String date, Link article, @Nullable String tongue, @Nullable Link story) {

  static List<Headline> of(List<ListedArticle> listed, Messages messages) {
    return listed.stream().map(each -> of(each, messages)).toList();
  }

  private static Headline of(ListedArticle listed, Messages messages) {
    Article article = listed.article().article();
    return new Headline(
        article.source().name(),
        new Dates(messages).publishedOrFound(article),
        new Link(article.title(), "/articles/" + article.id(), false),
        ResultItems.tongue(article.language()),
        story(listed, messages));
  }

  private static @Nullable Link story(ListedArticle listed, Messages messages) {
    Story story = listed.article().story();
    return story == null || listed.tellings() < 2
        ? null
        : new Link(
            messages.of("profile.told", "count", listed.tellings()),
            "/stories/" + story.id(),
            false);
  }
}
