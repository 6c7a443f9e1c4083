package io.keeling.desk.corrections;

import io.javalin.http.Context;
import io.keeling.contract.correction.TagCorrection;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.desk.access.Account;
import io.keeling.desk.access.Caller;
import io.keeling.desk.articles.store.ArticleStore;
import io.keeling.desk.label.TopicLabels;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.JsonAnswer;
import io.keeling.desk.web.JsonFields;
import java.util.List;
import java.util.Set;

/**
 * {@code /api/articles/{id}/corrections}: editors' corrections of an article's tags, for programs.
 * Threads may share it.
 */
public final class CorrectionsApi {

  private static final Set<String> FIELDS = Set.of("tag", "subject", "says", "note", "quote");

  /** Corrections of an article, latest first. */
  record Listing(List<SaidCorrection> items) {}

  private final ArticleStore articles;
  private final TagCorrections corrections;
  private final TopicLabels topics;

  public CorrectionsApi(ArticleStore articles, TagCorrections corrections, TopicLabels topics) {
    this.articles = articles;
    this.corrections = corrections;
    this.topics = topics;
  }

  public void list(Context context) {
    EnrichedArticle article = find(context);
    context.header("Cache-Control", "private, no-cache");
    JsonAnswer.send(context, new Listing(shown(context, corrections.of(article))));
  }

  private EnrichedArticle find(Context context) {
    return articles.find(context.pathParam("id")).orElseThrow(Failure.ARTICLE_UNKNOWN::exception);
  }

  /** Hides who made corrections from callers who are not signed in. */
  static List<SaidCorrection> shown(Context context, List<SaidCorrection> all) {
    return Caller.of(context).signedIn() ? all : all.stream().map(SaidCorrection::unnamed).toList();
  }

  public void one(Context context) {
    SaidCorrection said =
        articles.find(context.pathParam("id")).stream()
            .flatMap(article -> shown(context, corrections.of(article)).stream())
            .filter(each -> each.id().equals(context.pathParam("correction")))
            .findFirst()
            .orElseThrow(TagCorrections.UNKNOWN::exception);
    context.header("Cache-Control", "private, no-cache");
    JsonAnswer.send(context, said);
  }

  public void add(Context context) {
    EnrichedArticle article = find(context);
    NewCorrection wanted = read(context, article);
    corrections.say(article, wanted, account(context));
    String id = TagCorrection.idOf(wanted.tag(), wanted.subject());
    SaidCorrection said =
        corrections.of(article).stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow(Failure.ARTICLE_UNKNOWN::exception); // Taken down meanwhile.
    JsonAnswer.send(context.status(201), said);
  }

  public void undo(Context context) {
    EnrichedArticle article =
        articles.find(context.pathParam("id")).orElseThrow(TagCorrections.UNKNOWN::exception);
    corrections.undo(article, context.pathParam("correction"), account(context));
    context.status(204);
  }

  private NewCorrection read(Context context, EnrichedArticle article) {
    JsonFields sent = JsonFields.read(context, FIELDS);
    return NewCorrection.read(
        new NewCorrection.Sent(
            sent.text("tag"),
            sent.text("subject"),
            sent.text("says"),
            sent.text("note"),
            sent.text("quote")),
        article,
        topics);
  }

  private static Account account(Context context) {
    return Caller.of(context).account().orElseThrow();
  }
}
