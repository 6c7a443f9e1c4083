package io.keeling.app.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Decides where log lines go: to standard error of a role, or to a file in the data directory if
 * the terminal shows something else.
 */
public final class Logging {

  /**
   * Replaces control characters, with which outside text could forge a line, and omits exception
   * messages.
   */
  private static final String PATTERN =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSX} %-5level [%thread] %logger{30} - %replace(%msg){'[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029]+', ' '}%n%stack";

  /** The logger of all of Keeling's classes. */
  static final String OURS = "io.keeling";

  private static final List<String> QUIET =
      List.of(
          "org.apache.kafka",
          "kafka",
          "crawlercommons",
          "org.flywaydb",
          "com.zaxxer",
          "org.eclipse.jetty.util.HostPort"); // anybody can send a wrong port

  /** Their errors have a stack trace, and Keeling's own log line reports the same failure. */
  private static final List<String> SILENT =
      List.of("org.apache.kafka.common.config.provider", "org.apache.kafka.streams.KafkaStreams");

  /** Size at which a log file is rotated, small enough for an editor. */
  private static final String LARGEST_FILE = "20MB";

  /** Number of rotated files kept: with the current one, at most 80 MB. */
  private static final int KEPT_FILES = 3;

  private Logging() {}

  /** Logs errors only, to standard error, for commands that run and end. */
  public static void quiet() {
    start(new ConsoleAppender<>(), LogFormat.TEXT, LogLevel.ERROR);
  }

  /** Logs to standard error, for roles in containers. */
  public static void toStandardError(LogFormat format, LogLevel level) {
    start(new ConsoleAppender<>(), format, level);
  }

  /** Logs to a file of at most 20 MB, keeping three older files. */
  public static void toFile(Path file, LogFormat format, LogLevel level) {
    LoggerContext context = context();
    RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
    appender.setFile(file.toString());
    FixedWindowRollingPolicy older = new FixedWindowRollingPolicy();
    older.setContext(context);
    older.setParent(appender);
    older.setFileNamePattern(file + ".%i");
    older.setMaxIndex(KEPT_FILES);
    older.start();
    SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
    size.setContext(context);
    size.setMaxFileSize(FileSize.valueOf(LARGEST_FILE));
    size.start();
    appender.setRollingPolicy(older);
    appender.setTriggeringPolicy(size);
    start(appender, format, level);
  }

  private static void start(
      OutputStreamAppender<ILoggingEvent> appender, LogFormat format, LogLevel level) {
    LoggerContext context = context();
    context.reset();
    if (appender instanceof ConsoleAppender<ILoggingEvent> console) {
      console.setTarget("System.err");
    }
    appender.setContext(context);
    appender.setEncoder(encoder(format, context));
    appender.start();
    var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.addAppender(appender);
    root.setLevel(Level.WARN);
    // These log warnings at a normal start or stop that need no action by an operator.
    QUIET.forEach(name -> context.getLogger(name).setLevel(Level.ERROR));
    SILENT.forEach(name -> context.getLogger(name).setLevel(Level.OFF));
    context.getLogger(OURS).setLevel(level.level());
    if (level == LogLevel.ERROR) {
      root.setLevel(Level.ERROR);
    }
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }

  static Encoder<ILoggingEvent> encoder(LogFormat format, LoggerContext context) {
    if (format == LogFormat.JSON) {
      EcsEncoder encoder = new EcsEncoder();
      encoder.setContext(context);
      encoder.start();
      return encoder;
    }
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setContext(context);
    encoder.setLayout(layout(context));
    encoder.start();
    return encoder;
  }

  static PatternLayout layout(LoggerContext context) {
    PatternLayout layout = new PatternLayout();
    layout.setContext(context);
    layout.getInstanceConverterMap().put("stack", StackOfClasses::new);
    layout.setPattern(PATTERN);
    layout.start();
    return layout;
  }

  static LoggerContext context() {
    return (LoggerContext) LoggerFactory.getILoggerFactory();
  }
}
