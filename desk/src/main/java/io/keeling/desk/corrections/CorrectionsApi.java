package io.keeling.desk.corrections;

import io.javalin.http.Context;
import io.keeling.contract.correction.TagCorrection;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.desk.access.Account;
import io.keeling.desk.access.Caller;
import io.keeling.desk.articles.store.ArticleStore;
import io.keeling.desk.label.TopicLabels;
import io.keeling.desk.web.Answers;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.JsonAnswer;
import io.keeling.desk.web.JsonFields;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code /api/articles/{id}/corrections}: what editors say of an article's tags, for programs.
 * Threads may share it.
 */
public final class CorrectionsApi {

  private static final Set<String> FIELDS = Set.of("tag", "subject", "says", "note", "quote");

  /** All of an article, latest first. */
  record Listing(List<SaidCorrection> items) {}

  private final ArticleStore articles;
  private final TagCorrections corrections;
  private final TopicLabels topics;
  private final Answers answers;

  public CorrectionsApi(
      ArticleStore articles, TagCorrections corrections, TopicLabels topics, Answers answers) {
    this.articles = articles;
    this.corrections = corrections;
    this.topics = topics;
    this.answers = answers;
  }

  /** Answers with what is said of an article's tags. */
  public void list(Context context) {
    find(context)
        .ifPresent(
            article -> {
              context.header("Cache-Control", "private, no-cache");
              JsonAnswer.send(context, new Listing(shown(context, corrections.of(article))));
            });
  }

  /** The article in the address; nothing once it is answered that there is none. */
  private Optional<EnrichedArticle> find(Context context) {
    return answers.orFail(context, articles.find(context.pathParam("id")), Failure.ARTICLE_UNKNOWN);
  }

  /** Who said so is told to who has signed in. */
  static List<SaidCorrection> shown(Context context, List<SaidCorrection> all) {
    return Caller.of(context).signedIn() ? all : all.stream().map(SaidCorrection::unnamed).toList();
  }

  /** Answers with what is said of one tag. */
  public void one(Context context) {
    Optional<SaidCorrection> said =
        articles.find(context.pathParam("id")).stream()
            .flatMap(article -> shown(context, corrections.of(article)).stream())
            .filter(each -> each.id().equals(context.pathParam("correction")))
            .findFirst();
    if (said.isPresent()) {
      context.header("Cache-Control", "private, no-cache");
      JsonAnswer.send(context, said.get());
    } else {
      answers.fail(context, CorrectionAnswers.of(TagCorrections.Outcome.UNKNOWN));
    }
  }

  /** Says something of a tag. */
  public void add(Context context) {
    find(context).ifPresent(article -> add(context, article));
  }

  private void add(Context context, EnrichedArticle article) {
    NewCorrection wanted = read(context, article);
    if (wanted instanceof NewCorrection.Invalid invalid) {
      answers.fail(context, invalid.failure());
      return;
    }
    NewCorrection.Valid valid = (NewCorrection.Valid) wanted;
    TagCorrections.Outcome outcome = corrections.say(article, valid, account(context));
    if (outcome != TagCorrections.Outcome.DONE) {
      answers.fail(context, CorrectionAnswers.of(outcome));
      return;
    }
    String id = TagCorrection.idOf(valid.tag(), valid.subject());
    Optional<SaidCorrection> said =
        corrections.of(article).stream().filter(s -> s.id().equals(id)).findFirst();
    answers
        .orFail(context, said, Failure.ARTICLE_UNKNOWN) // Taken down meanwhile.
        .ifPresent(one -> JsonAnswer.send(context.status(201), one));
  }

  /** Takes back what was said of a tag. */
  public void undo(Context context) {
    Optional<EnrichedArticle> found = articles.find(context.pathParam("id"));
    TagCorrections.Outcome outcome =
        found.isEmpty()
            ? TagCorrections.Outcome.UNKNOWN
            : corrections.undo(found.get(), context.pathParam("correction"), account(context));
    if (outcome == TagCorrections.Outcome.DONE) {
      context.status(204);
    } else {
      answers.fail(context, CorrectionAnswers.of(outcome));
    }
  }

  private NewCorrection read(Context context, EnrichedArticle article) {
    JsonFields sent = JsonFields.read(context, FIELDS);
    if (sent instanceof JsonFields.Bad bad) {
      return new NewCorrection.Invalid(bad.failure());
    }
    JsonFields.Good good = (JsonFields.Good) sent;
    return NewCorrection.read(
        new NewCorrection.Sent(
            good.text("tag"),
            good.text("subject"),
            good.text("says"),
            good.text("note"),
            good.text("quote")),
        article,
        topics);
  }

  private static Account account(Context context) {
    return Caller.of(context).account().orElseThrow();
  }
}
