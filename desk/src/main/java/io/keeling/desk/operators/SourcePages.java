package io.keeling.desk.operators;

import io.javalin.http.Context;
import io.keeling.contract.source.Source;
import io.keeling.contract.source.SourceKind;
import io.keeling.contract.text.PlainText;
import io.keeling.desk.access.Account;
import io.keeling.desk.access.AuditLog;
import io.keeling.desk.access.Caller;
import io.keeling.desk.database.Database;
import io.keeling.desk.label.Dates;
import io.keeling.desk.messages.Messages;
import io.keeling.desk.operators.ArticleRates.Rate;
import io.keeling.desk.page.Forms;
import io.keeling.desk.page.Frame;
import io.keeling.desk.page.Link;
import io.keeling.desk.page.Pages;
import io.keeling.desk.web.PageNumber;
import io.keeling.desk.web.ReaderLanguage;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code /sources}: sources and their condition; operators add, pause and remove them. Threads may
 * share it.
 */
public final class SourcePages {

  public static final String PATH = "/sources";

  /** Number of sources on a page, which stays below 100 kB. */
  private static final int MOST_SHOWN = 40;

  /** Longest outlet name, in characters; the same as in ingest. */
  private static final int LONGEST_NAME = 200;

  /**
   * The model of the page's template.
   *
   * @param total the number of sources by condition, in words
   * @param next the next page, null on the last
   * @param preview what was found at an address, null if none was given
   */
  public record View(
      Frame frame,
      String csrf,
      String total,
      List<Row> rows,
      @Nullable String next,
      @Nullable Found preview) {}

  /**
   * A source.
   *
   * @param address its address, null if it is not safe to open
   * @param since when its condition began, in words; empty if unknown
   * @param looked when it was last fetched, in words; empty if never
   * @param news when it last had news, in words; empty if never
   * @param perDay its articles per day, in words; empty if it had none
   * @param last when its last article was stored, in words; empty if it had none lately
   */
  public record Row(
      WatchedSource watched,
      @Nullable String address,
      String since,
      String looked,
      String news,
      String perDay,
      String last) {

    public boolean paused() {
      return watched.source().pausedNow();
    }

    /** The source's kind, such as feed or sitemap. */
    public String kind() {
      return code(watched.source().kind());
    }
  }

  /** What was found at an address. */
  public record Found(String address, Preview preview) {

    /** The choice's kind, such as feed or sitemap. */
    public String kind(Preview.Choice choice) {
      return code(choice.source().kind());
    }
  }

  private final Operations operations;
  private final Database database;
  private final ArticleRates rates;
  private final Pages pages;

  public SourcePages(Operations operations, Database database, Pages pages) {
    this.operations = operations;
    this.database = database;
    this.rates = new ArticleRates(database);
    this.pages = pages;
  }

  static String code(SourceKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  public void list(Context context) {
    show(context, null);
  }

  private void show(Context context, @Nullable Found preview) {
    Messages messages = ReaderLanguage.of(context);
    String csrf = Forms.token(context);
    List<WatchedSource> all = operations.sources();
    int page = PageNumber.of(context);
    int from = Math.min((page - 1) * MOST_SHOWN, all.size());
    int to = Math.min(from + MOST_SHOWN, all.size());
    Dates dates = new Dates(messages);
    List<WatchedSource> shown = all.subList(from, to);
    Map<String, Rate> gives = rates.of(shown.stream().map(one -> one.source().id()).toList());
    pages.sendOnce(
        context,
        "sources.jte",
        new View(
            pages.frame(context, messages),
            csrf,
            total(all, messages),
            shown.stream()
                .map(one -> row(one, gives.get(one.source().id()), dates, messages))
                .toList(),
            to < all.size() ? PATH + "?page=" + (page + 1) : null,
            preview));
  }

  private static String total(List<WatchedSource> all, Messages messages) {
    long well = all.stream().filter(one -> one.condition().equals("well")).count();
    return messages.of("sources.total", "count", all.size(), "well", well);
  }

  private static Row row(WatchedSource one, @Nullable Rate gives, Dates dates, Messages messages) {
    return new Row(
        one,
        Link.external(one.source().url()),
        moment(one.since(), dates),
        moment(one.lookedAt(), dates),
        moment(one.newsAt(), dates),
        gives == null ? "" : messages.of("sources.rate", "number", gives.perDay()),
        gives == null ? "" : dates.moment(gives.last()));
  }

  private static String moment(@Nullable Instant at, Dates dates) {
    return at == null ? "" : dates.moment(at);
  }

  /** Shows what could be watched at an address. */
  public void preview(Context context) {
    String address = Forms.text(context, "address").strip();
    Preview preview = operations.preview(address);
    show(context, new Found(PlainText.line(address, 200), preview));
  }

  public void add(Context context) {
    Source source = read(context);
    change(context, "source.add", source.id() + ", " + source.url(), () -> added(source));
  }

  private boolean added(Source source) {
    operations.add(source);
    return true;
  }

  private static Source read(Context context) {
    Optional<SourceKind> kind =
        Arrays.stream(SourceKind.values())
            .filter(one -> code(one).equals(Forms.text(context, "kind")))
            .findFirst();
    String name = PlainText.line(Forms.text(context, "name"), LONGEST_NAME);
    String url = Forms.text(context, "url").strip();
    if (kind.isEmpty() || name.isEmpty() || url.length() > 2_000 || Link.external(url) == null) {
      throw new OperationException("a source needs a kind, a name, and an http or https address");
    }
    try {
      return new Source(Forms.text(context, "id"), kind.get(), url, name, null, null, null);
    } catch (IllegalArgumentException e) {
      throw new OperationException(PlainText.line(String.valueOf(e.getMessage()), 200));
    }
  }

  public void pause(Context context) {
    String id = context.pathParam("id");
    change(context, "source.pause", id, () -> operations.pause(id, true));
  }

  public void resume(Context context) {
    String id = context.pathParam("id");
    change(context, "source.resume", id, () -> operations.pause(id, false));
  }

  public void remove(Context context) {
    String id = context.pathParam("id");
    change(context, "source.remove", id, () -> operations.remove(id));
  }

  /** Writes the audit entry first, so that no change goes unrecorded. */
  private void change(Context context, String action, String subject, BooleanSupplier change) {
    Account account = Caller.of(context).account().orElseThrow();
    database.change(
        handle -> {
          AuditLog.add(handle, account, action, subject);
          if (!change.getAsBoolean()) {
            throw new OperationException("there is no such source");
          }
          return true;
        });
    Forms.goTo(context, PATH);
  }
}
