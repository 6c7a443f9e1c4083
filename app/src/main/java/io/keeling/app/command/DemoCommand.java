package io.keeling.app.command;

import io.keeling.app.config.ConfigLoader;
import io.keeling.app.demo.Demo;
import io.keeling.app.embedded.EmbeddedServers;
import io.keeling.app.pipeline.UntilInterrupted;
import io.keeling.app.terminal.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The command {@code keeling demo}, which runs everything in one process on the fictional press.
 */
@Command(
    name = "demo",
    description = {
      "Runs everything in one process on a small fictional press, and shows what comes in.",
      "Needs no network. Data lives in ./data/demo and survives a restart; Ctrl-C stops everything."
    })
public final class DemoCommand extends KeelingCommand implements Runnable {

  @Mixin private EmbeddedOptions options;

  @Option(
      names = "--press-port",
      paramLabel = "PORT",
      converter = PortConverter.class,
      defaultValue = "8090",
      description = "Port of the fictional press (default: ${DEFAULT-VALUE}).")
  private int pressPort;

  @Override
  public void run() {
    EmbeddedServers.require();
    Terminal terminal = Terminal.standardError();
    UntilInterrupted end = new UntilInterrupted();
    end.duringStart(
        terminal,
        () -> {
          ConfigLoader loader =
              ConfigLoader.ofText("demo.yaml", settings(), System.getenv())
                  .with(options.overrides());
          new Demo(loader, pressPort, terminal, end).run(out()::println);
        });
  }

  private static String settings() {
    try (InputStream in = DemoCommand.class.getResourceAsStream("/demo.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
