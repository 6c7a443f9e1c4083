package io.keeling.app.terminal;

import java.io.Console;
import java.io.PrintStream;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far a command is: one line on standard error, rewritten in place when that is a
 * terminal, and left out when it is not. Threads may share it.
 */
public final class Terminal {

  private static final String ERASE_LINE = "\r\u001b[2K";

  /**
   * Cuts a line at the edge (DECAWM of the VT100): of a wrapped one, only the end could be erased.
   */
  private static final String NO_WRAP = "\u001b[?7l";

  private static final String WRAP = "\u001b[?7h";

  private final PrintStream out;
  private final boolean interactive;
  private String shown = "";

  Terminal(PrintStream out, boolean interactive) {
    this.out = out;
    this.interactive = interactive;
  }

  public static Terminal standardError() {
    return new Terminal(
        System.err, isTerminal(Console.class, System.console()) && System.getenv("TERM") != null);
  }

  /**
   * Whether a console is a terminal. From JDK 22 on there is one for pipes, too, which says so
   * itself.
   */
  static <T> boolean isTerminal(Class<T> type, @Nullable T console) {
    if (console == null) {
      return false;
    }
    try {
      Method method = type.getMethod("isTerminal");
      return Boolean.TRUE.equals(method.invoke(console));
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  /** Shows a state in place of the last one. */
  public synchronized void show(String line) {
    if (interactive && !line.equals(shown)) {
      out.print(ERASE_LINE + NO_WRAP + line + WRAP);
      out.flush();
      shown = line;
    }
  }

  /** Prints a line that stays. */
  public synchronized void say(String line) {
    if (interactive && !shown.isEmpty()) {
      out.print(ERASE_LINE);
      shown = "";
    }
    out.println(line);
  }

  /** Tells a person at a keyboard that input is awaited. */
  public void awaitInput(String what) {
    if (interactive) {
      say("Reading " + what + " from standard input; Ctrl-D ends it.");
    }
  }

  /** Removes the state. */
  public synchronized void clear() {
    if (interactive && !shown.isEmpty()) {
      out.print(ERASE_LINE);
      out.flush();
      shown = "";
    }
  }
}
