package io.keeling.app;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * A command as an operator ran it, in this process. Immutable.
 *
 * @param status exit status
 * @param out what it said on standard output
 * @param err what it said on standard error, except progress
 */
record CommandRun(int status, String out, String err) {

  static CommandRun of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        Keeling.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments);
    return new CommandRun(status, out.toString(), err.toString());
  }
}
