package io.keeling.desk.operators;

import io.javalin.http.Context;
import io.keeling.contract.source.Source;
import io.keeling.desk.database.Database;
import io.keeling.desk.page.Forms;
import io.keeling.desk.page.Frame;
import io.keeling.desk.page.Pages;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.ReaderLanguage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page that confirms the removal of a source and explains it. Threads may share it. */
public final class SourceRemovalPage {

  private static final Failure UNKNOWN = Failure.of(404, "source-unknown");

  /**
   * The model of the page's template.
   *
   * @param perDay its recent articles per day, null if unknown
   */
  public record View(Frame frame, String csrf, Source source, @Nullable Double perDay) {

    /** The source's kind, such as feed or sitemap. */
    public String kind() {
      return SourcePages.code(source.kind());
    }

    /** The command that takes the source's articles down. */
    public String takeDown() {
      return "keeling articles remove " + source.id() + " --reason TEXT";
    }
  }

  private final Operations operations;
  private final ArticleRates rates;
  private final Pages pages;

  public SourceRemovalPage(Operations operations, Database database, Pages pages) {
    this.operations = operations;
    this.rates = new ArticleRates(database);
    this.pages = pages;
  }

  public void show(Context context) {
    String id = context.pathParam("id");
    Source source =
        operations.sources().stream()
            .map(WatchedSource::source)
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(UNKNOWN::exception);
    String csrf = Forms.token(context);
    ArticleRates.Rate rate = rates.of(List.of(source.id())).get(source.id());
    pages.sendOnce(
        context,
        "sourceremoval.jte",
        new View(
            pages.frame(context, ReaderLanguage.of(context)),
            csrf,
            source,
            rate == null ? null : rate.perDay()));
  }
}
