package io.keeling.app.command;

import io.keeling.app.config.ConfigLoader;
import io.keeling.app.config.KeelingConfig;
import io.keeling.app.pipeline.FirstOperatorLine;
import io.keeling.app.pipeline.Pipeline;
import io.keeling.app.pipeline.RoleWatch;
import io.keeling.app.pipeline.UntilInterrupted;
import io.keeling.app.terminal.Terminal;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * The command {@code keeling up}, which runs everything in one process on the configured sources.
 */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = {
      "Runs everything in one process: Kafka, PostgreSQL and all roles.",
      "It reads the sources of keeling.yaml and those that were added with \"keeling sources\".",
      "Data lives in ./data and survives a restart; the log is keeling.log in there. Ctrl-C stops everything."
    })
public final class UpCommand implements Runnable {

  @Mixin private ConfigOption config;
  @Mixin private EmbeddedOptions options;

  @Override
  public void run() {
    EmbeddedOptions.run(this::run);
  }

  private void run(Terminal terminal, UntilInterrupted end) throws InterruptedException {
    ConfigLoader loader = config.loader().with(options.overrides());
    try (Pipeline pipeline =
        Pipeline.start(loader, List.of(), end.whileWanted(step -> terminal.show(step + " ...")))) {
      KeelingConfig settings = pipeline.config();
      // The start leaves most of the heap free; by the options of ./keeling it goes back now.
      System.gc();
      terminal.clear();
      terminal.say(watching(pipeline.sources()));
      terminal.say("  the page    " + settings.desk().baseUrl() + "/");
      terminal.say(
          "  the sources "
              + "http://%s:%d/sources"
                  .formatted(settings.health().bindAddress(), settings.health().ingestPort()));
      terminal.say("  Kafka       " + settings.kafka().bootstrapServers());
      terminal.say(
          "  PostgreSQL  " + settings.database().url() + " as " + settings.database().user());
      terminal.say("  the log     " + Path.of(settings.embedded().directory(), "keeling.log"));
      if (!settings.embedded().directory().equals(config.loader().load().embedded().directory())) {
        terminal.say(
            "  commands    find it with KEELING_EMBEDDED_DIRECTORY="
                + settings.embedded().directory());
      }
      terminal.say(
          "\"keeling sources check\" tells which sources are dead or silent; Ctrl-C stops everything.");
      FirstOperatorLine.tell(pipeline, terminal::say);
      RoleWatch.await(pipeline.roles(), end);
      terminal.say("Stopping ...");
    }
  }

  /** The first line of a start. */
  static String watching(int sources) {
    return switch (sources) {
      case 0 -> "Keeling is up. It watches no source yet; \"keeling sources add URL\" adds one.";
      case 1 -> "Keeling is up, watching 1 source.";
      default -> "Keeling is up, watching " + sources + " sources.";
    };
  }
}
