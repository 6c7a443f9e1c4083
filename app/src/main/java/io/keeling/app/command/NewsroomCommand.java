package io.keeling.app.command;

import io.keeling.app.demo.PressSources;
import io.keeling.app.failure.UserException;
import io.keeling.app.kafka.Kafka;
import io.keeling.app.logging.LogFormat;
import io.keeling.app.logging.LogLevel;
import io.keeling.app.logging.Logging;
import io.keeling.app.pipeline.UntilInterrupted;
import io.keeling.app.terminal.Terminal;
import io.keeling.ingest.catalogue.SourceCatalogue;
import io.keeling.newsroom.Newsroom;
import io.keeling.newsroom.NewsroomConfig;
import io.keeling.newsroom.Outlet;
import io.keeling.runtime.kafka.KafkaConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code keeling newsroom}, which serves the fictional press alone. */
@Command(
    name = "newsroom",
    description = {
      "Serves the fictional press alone, until Ctrl-C: for the demo profile of docker compose, and to look at.",
      "Each outlet is a host of its own, such as http://harbour-herald.localhost:8090/."
    })
public final class NewsroomCommand extends KeelingCommand implements Runnable {

  @Option(
      names = "--port",
      paramLabel = "PORT",
      converter = PortConverter.class,
      defaultValue = "8090",
      description = "Port to serve on (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Address to listen on (default: ${DEFAULT-VALUE}).")
  private String bindAddress;

  @Option(
      names = "--register",
      description = "Add the outlets to the sources of the running Keeling.")
  private boolean register;

  @Option(
      names = "--correct-after",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "When corrections come out (default: ${DEFAULT-VALUE}).")
  private int correctAfter;

  @Mixin private ConfigOption config;

  @Override
  public void run() {
    Logging.toStandardError(LogFormat.TEXT, LogLevel.INFO);
    UntilInterrupted end = new UntilInterrupted();
    end.during(
        () -> {
          try (Newsroom newsroom = start()) {
            if (register) {
              register(newsroom);
            }
            Terminal terminal = Terminal.standardError();
            terminal.say("The fictional press is out:");
            for (Outlet outlet : newsroom.outlets()) {
              terminal.say("  http://%s:%d/".formatted(outlet.host(), port));
            }
            end.await();
          }
        });
  }

  private Newsroom start() {
    try {
      return Newsroom.start(
          NewsroomConfig.defaults()
              .withPort(port)
              .withBindAddress(InetAddress.getByName(bindAddress))
              .withCorrectAfter(Duration.ofSeconds(correctAfter)));
    } catch (IllegalArgumentException e) {
      throw new UserException(e.getMessage() + ".", e);
    } catch (IOException e) {
      throw new UserException(
          "cannot serve on %s:%d. Is the port taken? Choose another with --port."
              .formatted(bindAddress, port),
          e);
    }
  }

  private void register(Newsroom newsroom) {
    KafkaConnection kafka = Kafka.reachable(config.load().kafka().connection());
    try (SourceCatalogue catalogue = new SourceCatalogue(kafka)) {
      catalogue.putAll(PressSources.of(newsroom));
    }
  }
}
