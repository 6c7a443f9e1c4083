package io.keeling.desk.articles;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.keeling.contract.article.Article;
import io.keeling.contract.article.NewsDate;
import io.keeling.contract.article.Outlet;
import io.keeling.desk.articles.diff.Additions.Added;
import io.keeling.desk.articles.store.StoryStore;
import io.keeling.desk.articles.store.StoryStore.Telling;
import io.keeling.desk.articles.store.StoryStore.ToldStory;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.JsonAnswer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/stories/{id}}: the tellings of a story (the articles that belong to it), and what
 * each adds. Threads may share it.
 */
public final class StoryApi implements Handler {

  /**
   * The answer.
   *
   * @param more number of later tellings that are not among the items
   */
  record Answer(String id, List<Item> items, int more) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      String id,
      String version,
      String url,
      Outlet source,
      String title,
      @Nullable NewsDate publishedAt,
      Instant fetchedAt,
      String language,
      Added added) {

    static Item of(Telling telling) {
      Article article = telling.article().article();
      return new Item(
          article.id(),
          article.version(),
          article.canonicalUrl(),
          article.source(),
          article.title(),
          article.publishedAt(),
          article.fetchedAt(),
          article.language(),
          telling.added());
    }
  }

  private final StoryStore stories;

  public StoryApi(StoryStore stories) {
    this.stories = stories;
  }

  @Override
  public void handle(Context context) {
    String id = context.pathParam("id");
    ToldStory story = stories.find(id).orElseThrow(Failure.STORY_UNKNOWN::exception);
    JsonAnswer.send(
        context, new Answer(id, story.tellings().stream().map(Item::of).toList(), story.more()));
  }
}
