package io.keeling.app.demo;

import io.keeling.app.config.ConfigLoader;
import io.keeling.app.deadletter.DeadLetterLog;
import io.keeling.app.embedded.PortCheck;
import io.keeling.app.failure.UserException;
import io.keeling.app.pipeline.FirstOperatorLine;
import io.keeling.app.pipeline.Pipeline;
import io.keeling.app.pipeline.RoleWatch;
import io.keeling.app.pipeline.UntilInterrupted;
import io.keeling.app.terminal.Terminal;
import io.keeling.newsroom.Newsroom;
import io.keeling.newsroom.NewsroomConfig;
import io.keeling.newsroom.expect.Stored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/** Runs the whole pipeline on the fictional press. Not for sharing between threads. */
public final class Demo {

  /** When the press corrects its first articles. By then they are stored and shown. */
  private static final Duration CORRECTED_AFTER = Duration.ofSeconds(40);

  private final ConfigLoader loader;
  private final int pressPort;
  private final Terminal terminal;
  private final UntilInterrupted end;

  public Demo(ConfigLoader loader, int pressPort, Terminal terminal, UntilInterrupted end) {
    this.loader = loader;
    this.pressPort = pressPort;
    this.terminal = terminal;
    this.end = end;
  }

  /** Runs until the end is requested, and prints a table of the results. */
  public void run(Consumer<String> report) throws InterruptedException {
    // If the press was read in an earlier run, its corrections are already published and must stay
    // published.
    boolean readBefore = Files.exists(Path.of(loader.load().embedded().directory(), "kafka"));
    try (Newsroom newsroom = press(readBefore ? Duration.ZERO : CORRECTED_AFTER);
        Pipeline pipeline =
            Pipeline.start(
                loader,
                PressSources.of(newsroom),
                end.whileWanted(step -> terminal.show(step + " ...")))) {
      String page = pipeline.config().desk().baseUrl();
      terminal.clear();
      terminal.say(
          "The pipeline is up. The page: "
              + page
              + "/   the fictional press: http://localhost:"
              + pressPort
              + "/");
      FirstOperatorLine.tell(pipeline, terminal::say);
      DeadLetterLog deadLetters = new DeadLetterLog(pipeline.config().kafka().connection());
      int articles =
          (int) newsroom.expectations().stream().filter(Stored.class::isInstance).count();
      DemoTally tally =
          new ArrivalWatch(new DeskClient(page), deadLetters, terminal, end).untilQuiet(articles);
      terminal.clear();
      if (tally != null) {
        tally.lines().forEach(report);
        report.accept("Read, search and follow them at " + page + "/");
        terminal.say("Ctrl-C stops everything; a second start goes on from here.");
      }
      RoleWatch.await(pipeline.roles(), end);
      terminal.say("Stopping ...");
    }
  }

  private Newsroom press(Duration correctAfter) {
    PortCheck.require("127.0.0.1", pressPort, "the fictional press", "--press-port");
    try {
      return Newsroom.start(
          NewsroomConfig.defaults().withPort(pressPort).withCorrectAfter(correctAfter));
    } catch (IOException e) {
      throw new UserException(
          "cannot serve the fictional press on port " + pressPort + ": " + e.getMessage(), e);
    }
  }
}
