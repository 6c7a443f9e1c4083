package io.keeling.app.logging;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * The levels of the loggers of this process, to look at and to change while it runs. What is
 * changed lasts until the process ends.
 */
public final class Loggers {

  /** Loggers that may be changed: others log what they send, such as headers of requests. */
  private static final List<String> CHANGEABLE = List.of(Logging.OURS, "org.apache.kafka");

  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(Loggers.class);

  private Loggers() {}

  /** A line for each logger with a level of its own: its name and the level. */
  public static String list() {
    return Logging.context().getLoggerList().stream()
        .filter(logger -> logger.getLevel() != null)
        .map(
            logger ->
                logger.getName() + " " + logger.getLevel().toString().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** Sets the level of a logger and those below it; returns why it cannot, in one line. */
  public static Optional<String> set(String name, String level) {
    if (CHANGEABLE.stream().noneMatch(each -> name.equals(each) || name.startsWith(each + "."))) {
      return Optional.of("only these and those below them: " + String.join(", ", CHANGEABLE));
    }
    LoggerContext context = Logging.context();
    // Making loggers by request would take memory for each name that somebody thinks of.
    Logger logger = context.exists(name);
    if (logger == null) {
      return Optional.of("nothing logs under that name");
    }
    Optional<LogLevel> wanted =
        Stream.of(LogLevel.values())
            .filter(each -> each.name().equalsIgnoreCase(level))
            .findFirst();
    wanted.ifPresent(
        each -> {
          logger.setLevel(each.level());
          LOG.warn("{} logs from {} on", name, each);
        });
    return wanted.isPresent()
        ? Optional.empty()
        : Optional.of(
            Stream.of(LogLevel.values())
                .map(LogLevel::toString)
                .collect(Collectors.joining(", ", "the level is one of ", "")));
  }
}
