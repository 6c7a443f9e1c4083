package io.keeling.desk.operation.page;

import io.javalin.http.Context;
import io.keeling.contract.source.Source;
import io.keeling.desk.access.page.Forms;
import io.keeling.desk.operation.Operations;
import io.keeling.desk.operation.Watched;
import io.keeling.desk.page.Frame;
import io.keeling.desk.page.Frames;
import io.keeling.desk.page.Templates;
import io.keeling.desk.store.Database;
import io.keeling.desk.web.Answers;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.ReaderLanguage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says what ends and what stays where a source is removed, before an operator does it. Threads may
 * share it.
 */
public final class SourceRemovalPage {

  private static final Failure UNKNOWN = Failure.of(404, "source-unknown");

  /**
   * The page as its template shows it.
   *
   * @param perDay how many articles a day came of it lately, none where that is not known
   */
  public record View(Frame frame, String csrf, Source source, @Nullable Double perDay) {

    /** What lies there: feed, sitemap and so on. */
    public String kind() {
      return SourcePages.code(source.kind());
    }

    /** The command that takes its articles down. */
    public String takeDown() {
      return "keeling articles remove " + source.id() + " --reason TEXT";
    }
  }

  private final Operations operations;
  private final ArticleRates rates;
  private final Templates templates;
  private final Frames frames;
  private final Answers answers;

  public SourceRemovalPage(
      Operations operations,
      Database database,
      Templates templates,
      Frames frames,
      Answers answers) {
    this.operations = operations;
    this.rates = new ArticleRates(database);
    this.templates = templates;
    this.frames = frames;
    this.answers = answers;
  }

  /** Shows it. */
  public void show(Context context) {
    String id = context.pathParam("id");
    Optional<Source> source =
        operations.sources().stream()
            .map(Watched::source)
            .filter(one -> one.id().equals(id))
            .findFirst();
    answers.orFail(context, source, UNKNOWN).ifPresent(found -> show(context, found));
  }

  private void show(Context context, Source source) {
    String csrf = Forms.token(context);
    ArticleRates.Rate rate = rates.of(List.of(source.id())).get(source.id());
    templates.sendOnce(
        context,
        "sourceremoval.jte",
        new View(
            frames.of(context, ReaderLanguage.of(context)),
            csrf,
            source,
            rate == null ? null : rate.perDay()));
  }
}
