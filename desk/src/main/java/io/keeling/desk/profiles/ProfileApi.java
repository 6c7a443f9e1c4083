package io.keeling.desk.profiles;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import io.keeling.contract.article.Article;
import io.keeling.contract.article.Outlet;
import io.keeling.contract.enriched.Story;
import io.keeling.desk.articles.FacetCount;
import io.keeling.desk.articles.store.ListedArticle;
import io.keeling.desk.label.Labels;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.JsonAnswer;
import io.keeling.desk.web.QueryHandler.QueryAction;
import io.keeling.search.query.ArticleQuery;
import io.keeling.search.query.Filters;
import io.keeling.search.query.QueryString;
import io.keeling.search.query.Subject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/profiles/{kind}/{id}}: the profile of a topic, name, country or outlet. Threads
 * may share it.
 */
public final class ProfileApi implements QueryAction {

  /**
   * The answer.
   *
   * @param query the query string of its articles
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answer(
      String kind,
      String id,
      String label,
      @Nullable String type,
      @Nullable String wikidata,
      String query,
      int articles,
      AttentionApi.Answer attention,
      Map<String, List<FacetCount>> together,
      List<Item> latest,
      List<Item> told) {}

  /**
   * A short form of an article.
   *
   * @param story the id of its story, null if it has none
   * @param tellings number of the subject's articles that tell the story
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      String id,
      String title,
      Outlet source,
      Instant sortedAt,
      @Nullable String story,
      int tellings) {

    private static Item of(ListedArticle listed) {
      Article article = listed.article().article();
      Story story = listed.article().story();
      return new Item(
          article.id(),
          article.title(),
          article.source(),
          listed.sortedAt(),
          story == null ? null : story.id(),
          listed.tellings());
    }
  }

  private final ProfileStore profiles;
  private final Labels labels;

  public ProfileApi(ProfileStore profiles, Labels labels) {
    this.profiles = profiles;
    this.labels = labels;
  }

  @Override
  public void answer(Context context, ArticleQuery query) {
    Profile profile =
        Subject.Kind.of(context.pathParam("kind"))
            .flatMap(kind -> Subject.read(kind, context.pathParam("id")))
            .flatMap(subject -> find(subject, query.filters()))
            .orElseThrow(Failure.of(404, "profile-unknown")::exception);
    JsonAnswer.send(context, answer(profile));
  }

  private Optional<Profile> find(Subject subject, Filters filters) {
    return profiles.find(subject, filters.with(subject.kind().facet(), List.of()));
  }

  private Answer answer(Profile profile) {
    Subject subject = profile.subject();
    Map<String, List<FacetCount>> together = new LinkedHashMap<>();
    for (var facet : ProfileStore.TOGETHER) {
      List<FacetCount> counts = profile.together().get(facet);
      if (counts != null) {
        together.put(facet.parameter(), counts);
      }
    }
    return new Answer(
        subject.kind().path(),
        subject.value(),
        Objects.requireNonNullElseGet(
            profile.called(), () -> labels.of(subject.kind().facet(), subject.value())),
        profile.type(),
        profile.wikidata(),
        QueryString.of(profile.filters()),
        profile.articles(),
        AttentionApi.Answer.of(profile.attention()),
        together,
        profile.latest().stream().map(Item::of).toList(),
        profile.told().stream().map(Item::of).toList());
  }
}
