package io.keeling.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/**
 * A command as an operator ran it, in this process. Immutable.
 *
 * @param status exit status
 * @param out what it said on standard output
 * @param err what it said on standard error, except progress
 */
public record CommandRun(int status, String out, String err) {

  /** Runs {@code keeling} with these arguments. */
  public static CommandRun of(String... arguments) {
    return of(Keeling.commandLine(), arguments);
  }

  /**
   * The same with a command of the test's own in place of one of Keeling's.
   *
   * @param name what both are called, the first of the arguments
   */
  public static CommandRun with(String name, Object command, String... arguments) {
    CommandLine keeling = Keeling.commandLine();
    keeling.getCommandSpec().removeSubcommand(name);
    keeling.addSubcommand(name, command);
    // It is told to all subcommands that are there.
    keeling.setExecutionExceptionHandler(keeling.getExecutionExceptionHandler());
    return of(keeling, arguments);
  }

  private static CommandRun of(CommandLine keeling, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        keeling.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
    return new CommandRun(status, out.toString(), err.toString());
  }
}
