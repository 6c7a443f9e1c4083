package io.keeling.app.terminal;

import java.io.Console;
import java.io.PrintStream;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Shows the state of a command: one line on standard error, rewritten in place if that is a
 * terminal, and omitted otherwise. Threads may share it.
 */
public final class Terminal {

  private static final String ERASE_LINE = "\r\u001b[2K";

  /**
   * Cuts a line at the edge (DECAWM of the VT100), as only the end of a wrapped line could be
   * erased.
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
   * Whether a console is a terminal. From JDK 22 on, there is a console for pipes too; its method
   * isTerminal, where it exists, distinguishes them.
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

  /** Replaces the state line. */
  public synchronized void show(String line) {
    if (interactive && !line.equals(shown)) {
      out.print(ERASE_LINE + NO_WRAP + line + WRAP);
      out.flush();
      shown = line;
    }
  }

  /** Prints a permanent line. */
  public synchronized void say(String line) {
    if (interactive && !shown.isEmpty()) {
      out.print(ERASE_LINE);
      shown = "";
    }
    out.println(line);
  }

  /** Tells an interactive user that input is expected. */
  public void awaitInput(String what) {
    if (interactive) {
      say("Reading " + what + " from standard input; Ctrl-D ends it.");
    }
  }

  /** Removes the state line. */
  public synchronized void clear() {
    if (interactive && !shown.isEmpty()) {
      out.print(ERASE_LINE);
      out.flush();
      shown = "";
    }
  }
}
