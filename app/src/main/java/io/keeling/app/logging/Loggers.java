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
 * Shows and changes the levels of this process's loggers while it runs. A change lasts until the
 * process ends.
 */
public final class Loggers {

  /**
   * Loggers that may be changed. Other loggers would write what their libraries send, such as
   * headers of requests.
   */
  private static final List<String> CHANGEABLE = List.of(Logging.OURS, "org.apache.kafka");

  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(Loggers.class);

  private Loggers() {}

  /** Returns a line with the name and level of each logger that has its own level. */
  public static String list() {
    return Logging.context().getLoggerList().stream()
        .filter(logger -> logger.getLevel() != null)
        .map(
            logger ->
                logger.getName() + " " + logger.getLevel().toString().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /**
   * Sets the level of a logger and those below it. Returns the reason if the level cannot be set.
   */
  public static Optional<String> set(String name, String level) {
    if (CHANGEABLE.stream().noneMatch(each -> name.equals(each) || name.startsWith(each + "."))) {
      return Optional.of("only these and those below them: " + String.join(", ", CHANGEABLE));
    }
    LoggerContext context = Logging.context();
    // Creates no loggers by request, as each requested name would take memory.
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
          LOG.warn("The level of {} is now {}", name, each);
        });
    return wanted.isPresent()
        ? Optional.empty()
        : Optional.of(
            Stream.of(LogLevel.values())
                .map(LogLevel::toString)
                .collect(Collectors.joining(", ", "the level is one of ", "")));
  }
}
