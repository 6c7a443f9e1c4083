package io.keeling.app.command;

import io.keeling.app.config.ConfigLoader;
import io.keeling.app.config.KeelingConfig;
import io.keeling.app.embedded.EmbeddedServers;
import io.keeling.app.pipeline.FirstOperatorLine;
import io.keeling.app.pipeline.Pipeline;
import io.keeling.app.pipeline.RoleWatch;
import io.keeling.app.pipeline.UntilInterrupted;
import io.keeling.app.terminal.Terminal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * The command {@code keeling up}, which runs everything in one process on the configured sources.
 */
@Command(
    name = "up",
    description = {
      "Runs everything in one process: Kafka, PostgreSQL and all roles.",
      "It reads the sources of keeling.yaml and those that were added with \"keeling sources\".",
      "Data lives in ./data and survives a restart; the log is keeling.log in there. Ctrl-C stops everything."
    })
public final class UpCommand extends KeelingCommand implements Runnable {

  @Mixin private ConfigOption config;
  @Mixin private EmbeddedOptions options;

  @Override
  public void run() {
    EmbeddedServers.require();
    Terminal terminal = Terminal.standardError();
    UntilInterrupted end = new UntilInterrupted();
    end.duringStart(
        terminal,
        () -> {
          ConfigLoader loader = config.loader().with(options.overrides());
          try (Pipeline pipeline =
              Pipeline.start(
                  loader, List.of(), end.whileWanted(step -> terminal.show(step + " ...")))) {
            // Most of the heap is free after the start; the options in ./keeling make this call
            // return it to the system.
            System.gc();
            terminal.clear();
            lines(pipeline.config(), pipeline.sources()).forEach(terminal::say);
            FirstOperatorLine.tell(pipeline, terminal::say);
            RoleWatch.await(pipeline.roles(), end);
            terminal.say("Stopping ...");
          }
        });
  }

  private List<String> lines(KeelingConfig settings, int sources) {
    String data = settings.embedded().directory();
    List<String> lines = new ArrayList<>();
    lines.add(watching(sources));
    lines.add("  the page    " + settings.desk().baseUrl() + "/");
    lines.add(
        "  the sources http://%s:%d/sources"
            .formatted(settings.health().bindAddress(), settings.health().ingestPort()));
    lines.add("  Kafka       " + settings.kafka().bootstrapServers());
    lines.add("  PostgreSQL  " + settings.database().url() + " as " + settings.database().user());
    lines.add("  the log     " + Path.of(data, "keeling.log"));
    if (!data.equals(config.loader().load().embedded().directory())) {
      lines.add("  commands    find it with KEELING_EMBEDDED_DIRECTORY=" + data);
    }
    lines.add(
        "\"keeling sources check\" tells which sources are dead or silent; Ctrl-C stops everything.");
    return lines;
  }

  static String watching(int sources) {
    return switch (sources) {
      case 0 -> "Keeling is up. It watches no source yet; \"keeling sources add URL\" adds one.";
      case 1 -> "Keeling is up, watching 1 source.";
      default -> "Keeling is up, watching " + sources + " sources.";
    };
  }
}
