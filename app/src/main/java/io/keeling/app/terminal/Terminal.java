package io.keeling.app.terminal;

import java.io.PrintStream;

/**
 * Shows how far a command is: one line on standard error, rewritten in place when that is a
 * terminal, and left out when it is not. Threads may share it.
 */
public final class Terminal {

  private static final String ERASE_LINE = "\r\u001b[2K";

  private final PrintStream out;
  private final boolean interactive;
  private String shown = "";

  Terminal(PrintStream out, boolean interactive) {
    this.out = out;
    this.interactive = interactive;
  }

  /** Standard error of this process. */
  public static Terminal standardError() {
    return new Terminal(System.err, System.console() != null && System.getenv("TERM") != null);
  }

  /** Shows a passing state in place of the last one. */
  public synchronized void show(String line) {
    if (interactive && !line.equals(shown)) {
      out.print(ERASE_LINE + line);
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

  /** Tells people at a keyboard that their typing is waited for. */
  public void awaitInput(String what) {
    if (interactive) {
      say("Reading " + what + " from standard input; Ctrl-D ends it.");
    }
  }

  /** Takes the passing state away. */
  public synchronized void clear() {
    if (interactive && !shown.isEmpty()) {
      out.print(ERASE_LINE);
      out.flush();
      shown = "";
    }
  }
}
