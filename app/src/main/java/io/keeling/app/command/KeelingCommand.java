package io.keeling.app.command;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command with {@code --help} that prints to standard output. */
@Command(mixinStandardHelpOptions = true)
abstract class KeelingCommand {
  @Spec private CommandSpec spec;

  /** Prints lines and flushes, so that the reader of a pipe does not wait for the command's end. */
  final void print(List<String> lines) {
    PrintWriter out = out();
    lines.forEach(out::println);
    out.flush();
  }

  final void print(String line) {
    print(List.of(line));
  }

  final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  final PrintWriter err() {
    return spec.commandLine().getErr();
  }

  /** Returns the failure for a wrong command line that picocli accepts. */
  final ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** A command that only has subcommands and lists them when called by itself. */
  @Command(synopsisSubcommandLabel = "COMMAND")
  abstract static class Group extends KeelingCommand implements Runnable {
    @Override
    public final void run() {
      CommandSpec group = ((KeelingCommand) this).spec;
      group.commandLine().usage(group.commandLine().getOut());
    }
  }
}
