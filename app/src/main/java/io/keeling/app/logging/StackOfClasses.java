package io.keeling.app.logging;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;

/**
 * Formats the exception of a log line: its class, the stack if Keeling's own code logs it, and its
 * causes, without messages. The message of an unforeseen exception may quote text from the web,
 * which may contain line breaks. Threads may share it.
 */
public final class StackOfClasses extends ThrowableHandlingConverter {

  /** Number of stack frames shown of each exception, enough to reach Keeling's own code. */
  private static final int FRAMES = 20;

  /**
   * Only Keeling's own loggers show the stack. For failures that libraries log, the class is
   * enough, as a role logs the effect.
   */
  private static final String OURS = "io.keeling.";

  /** Maximum number of causes shown: a longer chain has a loop. */
  private static final int CAUSES = 10;

  @Override
  public String convert(ILoggingEvent event) {
    StringBuilder stack = new StringBuilder();
    int most = event.getLoggerName().startsWith(OURS) ? FRAMES : 0;
    IThrowableProxy thrown = event.getThrowableProxy();
    for (int depth = 0; thrown != null && depth < CAUSES; depth++) {
      stack.append(depth == 0 ? "" : "Caused by: ").append(thrown.getClassName()).append('\n');
      StackTraceElementProxy[] frames = thrown.getStackTraceElementProxyArray();
      for (int i = 0; i < Math.min(most, frames.length); i++) {
        stack.append('\t').append(frames[i].getSTEAsString()).append('\n');
      }
      thrown = thrown.getCause();
    }
    return stack.toString();
  }
}
