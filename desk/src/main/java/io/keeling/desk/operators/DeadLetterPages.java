package io.keeling.desk.operators;

import io.javalin.http.Context;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.desk.access.Account;
import io.keeling.desk.access.AuditLog;
import io.keeling.desk.access.Caller;
import io.keeling.desk.database.Database;
import io.keeling.desk.label.Dates;
import io.keeling.desk.messages.Messages;
import io.keeling.desk.page.Forms;
import io.keeling.desk.page.Frame;
import io.keeling.desk.page.Link;
import io.keeling.desk.page.Pages;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.ReaderLanguage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code /dead-letters}: records that could not be processed, with reasons, contents and a way to
 * retry. Threads may share it.
 */
public final class DeadLetterPages {

  public static final String PATH = "/dead-letters";

  /**
   * The content security policy for a letter's content: nothing is allowed. The content is sent as
   * plain text anyway, so this is a second protection.
   */
  private static final String NOTHING =
      "sandbox; default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

  /**
   * The model of the list's template.
   *
   * @param chosen the kind whose letters are shown, null for all
   */
  public record ListingView(
      Frame frame,
      List<KindRow> kinds,
      List<Row> rows,
      boolean complete,
      @Nullable DeadLetterKind chosen) {}

  public record KindRow(DeadLetterKind kind, String letters, String href) {}

  public record Row(DeadLetterList.Row letter, String when) {

    public String href() {
      return PATH + "/" + letter.id();
    }
  }

  /**
   * The model of a letter's template.
   *
   * @param when when the processing failed, in words
   * @param address the page it is about, null if it is not safe to open
   * @param holds whether it has content
   * @param sent whether it was just sent again
   */
  public record View(
      Frame frame,
      String csrf,
      DeadLetterId id,
      DeadLetter letter,
      String when,
      @Nullable String address,
      boolean holds,
      boolean sent) {

    /** The stage where it failed. */
    public String stage() {
      return letter.stage().name().toLowerCase(Locale.ROOT);
    }
  }

  private final Operations operations;
  private final Database database;
  private final Pages pages;

  public DeadLetterPages(Operations operations, Database database, Pages pages) {
    this.operations = operations;
    this.database = database;
    this.pages = pages;
  }

  public void list(Context context) {
    String stage = context.queryParam("stage");
    String reason = context.queryParam("reason");
    DeadLetterKind chosen =
        stage == null || reason == null ? null : new DeadLetterKind(stage, reason);
    DeadLetterList found = operations.letters(Optional.ofNullable(chosen));
    Messages messages = ReaderLanguage.of(context);
    Dates dates = new Dates(messages);
    context.header("Cache-Control", "no-store");
    pages.sendOnce(
        context,
        "deadletters.jte",
        new ListingView(
            pages.frame(context, messages),
            found.counts().stream()
                .map(
                    count ->
                        new KindRow(
                            count.kind(),
                            messages.of("number", "number", count.letters()),
                            href(count.kind())))
                .toList(),
            found.newest().stream().map(row -> new Row(row, dates.moment(row.at()))).toList(),
            found.complete(),
            chosen));
  }

  private static String href(DeadLetterKind kind) {
    return PATH + "?stage=" + encoded(kind.stage()) + "&reason=" + encoded(kind.reason());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private DeadLetter find(Context context) {
    return DeadLetterId.of(context.pathParam("id"))
        .flatMap(operations::letter)
        .orElseThrow(Failure.of(404, "letter-unknown")::exception);
  }

  public void one(Context context) {
    DeadLetter letter = find(context);
    Messages messages = ReaderLanguage.of(context);
    String csrf = Forms.token(context);
    pages.sendOnce(
        context,
        "deadletter.jte",
        new View(
            pages.frame(context, messages),
            csrf,
            DeadLetterId.of(context.pathParam("id")).orElseThrow(),
            letter.withoutContent(),
            new Dates(messages).moment(letter.at()),
            letter.url() == null ? null : Link.external(letter.url()),
            letter.payload() != null,
            context.queryParam("sent") != null));
  }

  /** Shows a letter's content as plain text, so that nothing in it is executed or loaded. */
  public void content(Context context) {
    DeadLetter letter = find(context);
    context
        .header("Content-Security-Policy", NOTHING)
        .header("X-DNS-Prefetch-Control", "off")
        .header("Cache-Control", "no-store")
        .contentType("text/plain; charset=utf-8")
        .result(operations.content(letter).getBytes(StandardCharsets.UTF_8));
  }

  /** Sends a letter back to the stage that failed. */
  public void replay(Context context) {
    DeadLetter letter = find(context);
    Account account = Caller.of(context).account().orElseThrow();
    String subject =
        "%s, %s %s"
            .formatted(
                context.pathParam("id"),
                letter.stage().name().toLowerCase(Locale.ROOT),
                letter.reason());
    database.change(
        handle -> {
          AuditLog.add(handle, account, "letter.replay", subject);
          operations.replay(letter);
          return true;
        });
    Forms.goTo(context, PATH + "/" + context.pathParam("id") + "?sent=1");
  }
}
