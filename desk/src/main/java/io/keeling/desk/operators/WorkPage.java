package io.keeling.desk.operators;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.keeling.desk.label.Dates;
import io.keeling.desk.messages.Messages;
import io.keeling.desk.page.Frame;
import io.keeling.desk.page.Pages;
import io.keeling.desk.web.ReaderLanguage;
import java.util.List;

/**
 * {@code /work}: the backlog of each stage, and the progress of imports, reprocessing and replays.
 * Threads may share it.
 */
public final class WorkPage implements Handler {

  public static final String PATH = "/work";

  private static final int MOST_IMPORTS = 50;

  public record View(
      Frame frame, List<Stage> stages, List<Import> imports, List<Command> commands) {}

  /** A running command, and its progress in words. */
  public record Command(String name, String progress) {}

  /** A stage, and its backlog in words; empty if unknown. */
  public record Stage(String name, String waiting) {}

  /** An import, and its progress in words. */
  public record Import(String id, String progress, int percent) {}

  private final Operations operations;
  private final Pages pages;

  public WorkPage(Operations operations, Pages pages) {
    this.operations = operations;
    this.pages = pages;
  }

  @Override
  public void handle(Context context) {
    Work work = operations.work();
    Messages messages = ReaderLanguage.of(context);
    context.header("Cache-Control", "no-store");
    pages.sendOnce(
        context,
        "work.jte",
        new View(
            pages.frame(context, messages),
            work.stages().stream()
                .map(
                    stage ->
                        new Stage(
                            stage.name(),
                            stage.waiting() == null
                                ? ""
                                : messages.of("number", "number", stage.waiting())))
                .toList(),
            work.imports().stream()
                .limit(MOST_IMPORTS)
                .map(
                    one ->
                        new Import(
                            one.id(),
                            messages.of(
                                "work.import", "pages", one.pages(), "percent", one.percent()),
                            one.percent()))
                .toList(),
            work.commands().stream().map(one -> command(one, messages)).toList()));
  }

  private static Command command(Work.Command one, Messages messages) {
    return new Command(
        one.name(),
        messages.of(
            "work.command", "count", one.done(), "moment", new Dates(messages).moment(one.at())));
  }
}
