package io.keeling.desk.corrections;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.keeling.contract.correction.CorrectedTag;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.desk.access.Account;
import io.keeling.desk.access.Caller;
import io.keeling.desk.access.Role;
import io.keeling.desk.articles.ResultItems;
import io.keeling.desk.articles.store.ArticleStore;
import io.keeling.desk.label.Dates;
import io.keeling.desk.label.Labels;
import io.keeling.desk.label.TagWords;
import io.keeling.desk.messages.Messages;
import io.keeling.desk.page.Frame;
import io.keeling.desk.page.Pages;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.ReaderLanguage;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code /articles/{id}/corrections}: editors' corrections of an article's tags, with forms to add
 * more. Threads may share it.
 */
public final class CorrectionsPage {

  /**
   * The page as its template shows it.
   *
   * @param article address of the article
   * @param tongue its language tag for the browser
   * @param rows the corrections, latest first
   * @param forms forms for further ones; empty if the caller may not correct tags
   * @param csrf the form token; null if there is no form
   */
  public record View(
      Frame frame,
      String article,
      String title,
      @Nullable String tongue,
      List<Row> rows,
      List<Form> forms,
      @Nullable String csrf) {}

  /**
   * A correction.
   *
   * @param undo the address to undo it; null if it no longer holds
   */
  public record Row(
      String tag,
      String says,
      String who,
      String when,
      String state,
      @Nullable String note,
      @Nullable String undo) {}

  /**
   * A form for a correction.
   *
   * @param key prefix of the form's fields
   * @param title what the form is about
   * @param tag the kind of tag
   * @param subject what the tag names; null if the editor enters it, or the tag names nothing
   * @param asked the label of the field for the subject; null if there is no such field
   * @param offers subjects to choose from; empty if the subject is typed or not asked for
   * @param says possible corrections
   */
  public record Form(
      String key,
      String title,
      String tag,
      @Nullable String subject,
      @Nullable String asked,
      List<Offer> offers,
      List<Offer> says) {}

  /** A choice in a form. */
  public record Offer(String value, String label) {}

  private final ArticleStore articles;
  private final TagCorrections corrections;
  private final Labels labels;
  private final Pages pages;

  public CorrectionsPage(
      ArticleStore articles, TagCorrections corrections, Labels labels, Pages pages) {
    this.articles = articles;
    this.corrections = corrections;
    this.labels = labels;
    this.pages = pages;
  }

  /** Lists corrections, with a form for one tag, or one for each kind of tag. */
  public void show(Context context) {
    EnrichedArticle article = find(context);
    Messages messages = ReaderLanguage.of(context);
    Caller caller = Caller.of(context);
    boolean editor = caller.may(Role.EDITOR);
    context.header("Cache-Control", "no-store");
    TagWords words = new TagWords(labels.in(messages));
    Dates dates = new Dates(messages);
    pages.sendOnce(
        context,
        "corrections.jte",
        new View(
            pages.frame(context, messages),
            address(article),
            article.article().title(),
            ResultItems.tongue(article.article().language()),
            CorrectionsApi.shown(context, corrections.of(article)).stream()
                .map(said -> row(said, address(article), editor, words, dates, messages))
                .toList(),
            editor ? forms(context, words, messages) : List.of(),
            editor ? caller.formToken() : null));
  }

  private EnrichedArticle find(Context context) {
    return articles.find(context.pathParam("id")).orElseThrow(Failure.ARTICLE_UNKNOWN::exception);
  }

  private static String address(EnrichedArticle article) {
    return "/articles/" + article.article().id();
  }

  private static Row row(
      SaidCorrection said,
      String article,
      boolean editor,
      TagWords words,
      Dates dates,
      Messages messages) {
    boolean undone = said.undoneBy() != null || said.state().equals(SaidCorrection.UNDONE);
    return new Row(
        words.tag(said.tag(), said.subject()),
        words.says(said.tag(), said.says()),
        said.who() == null ? messages.of("correction.editor") : said.who(),
        dates.moment(said.at()),
        said.state().equals(SaidCorrection.HOLDS)
            ? ""
            : messages.of("correction.state-" + said.state()),
        said.note(),
        editor && !undone ? article + "/corrections/" + said.id() + "/undo" : null);
  }

  private List<Form> forms(Context context, TagWords words, Messages messages) {
    Optional<CorrectedTag> tag =
        CorrectedTag.of(Objects.requireNonNullElse(context.queryParam("tag"), ""));
    String subject = context.queryParam("subject");
    if (tag.isPresent() && tag.get().isSubject(subject)) {
      return List.of(form(tag.get(), subject, words, messages));
    }
    List<Form> forms = new ArrayList<>();
    for (CorrectedTag each : CorrectedTag.values()) {
      forms.add(form(each, null, words, messages));
    }
    return forms;
  }

  private Form form(CorrectedTag tag, @Nullable String subject, TagWords words, Messages messages) {
    boolean open = tag.hasSubject() && subject == null;
    List<Offer> says = new ArrayList<>();
    for (String each : tag.says()) {
      says.add(new Offer(each, words.says(tag, each)));
    }
    return new Form(
        tag.code(),
        open ? messages.of("correction.missing-" + tag.code()) : words.tag(tag, subject),
        tag.code(),
        subject,
        open ? messages.of("correction.tag." + tag.code()) : null,
        open ? offers(tag, messages) : List.of(),
        says);
  }

  private List<Offer> offers(CorrectedTag tag, Messages messages) {
    Labels spoken = labels.in(messages);
    return switch (tag) {
      case TOPIC ->
          labels.topics().topics().keySet().stream()
              .map(id -> new Offer(id, spoken.topic(id)))
              .toList();
      case COUNTRY ->
          NewCorrection.COUNTRIES.stream()
              .map(code -> new Offer(code, spoken.country(code)))
              .sorted(Comparator.comparing(Offer::label, Collator.getInstance(messages.locale())))
              .toList();
      default -> List.of();
    };
  }

  public void add(Context context) {
    EnrichedArticle article = find(context);
    NewCorrection wanted =
        NewCorrection.read(
            new NewCorrection.Sent(
                field(context, "tag"),
                field(context, "subject"),
                field(context, "says"),
                field(context, "note"),
                field(context, "quote")),
            article,
            labels.topics());
    corrections.say(article, wanted, account(context));
    goTo(context, article);
  }

  private static String field(Context context, String name) {
    return Objects.requireNonNullElse(context.formParam(name), "");
  }

  private static Account account(Context context) {
    return Caller.of(context).account().orElseThrow();
  }

  /** Undoes a correction, and redirects to the list. */
  public void undo(Context context) {
    EnrichedArticle article = find(context);
    corrections.undo(article, context.pathParam("correction"), account(context));
    goTo(context, article);
  }

  private static void goTo(Context context, EnrichedArticle article) {
    context.redirect(address(article) + "/corrections", HttpStatus.SEE_OTHER);
  }
}
