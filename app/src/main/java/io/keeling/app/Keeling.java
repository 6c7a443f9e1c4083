package io.keeling.app;

import io.keeling.app.build.Build;
import io.keeling.app.command.AnnotateCommand;
import io.keeling.app.command.ArticlesCommand;
import io.keeling.app.command.BackupCommand;
import io.keeling.app.command.ConfigCommand;
import io.keeling.app.command.CorrectionsCommand;
import io.keeling.app.command.DeadLettersCommand;
import io.keeling.app.command.DemoCommand;
import io.keeling.app.command.DoctorCommand;
import io.keeling.app.command.ExtractCommand;
import io.keeling.app.command.ImportCommand;
import io.keeling.app.command.NewsroomCommand;
import io.keeling.app.command.ReprocessCommand;
import io.keeling.app.command.RestoreCommand;
import io.keeling.app.command.RunCommand;
import io.keeling.app.command.SourcesCommand;
import io.keeling.app.command.TaxonomyCommand;
import io.keeling.app.command.TraceCommand;
import io.keeling.app.command.UpCommand;
import io.keeling.app.failure.UserException;
import io.keeling.app.kafka.KafkaFailures;
import io.keeling.app.logging.Logging;
import io.keeling.app.terminal.Printable;
import java.io.PrintWriter;
import java.util.Locale;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code keeling} command. */
@Command(
    name = "keeling",
    mixinStandardHelpOptions = true,
    versionProvider = Keeling.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Keeps a continuous record of the world's climate news: finds articles, reads them, tags who and what they are about.",
    footer = {
      "",
      "Start here:   keeling demo",
      "One page:     keeling extract page.html | keeling annotate",
      "",
      "Exit status:  0 done, 1 something went wrong (one line says what), 2 the command line is wrong."
    },
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      RunCommand.class,
      ExtractCommand.class,
      AnnotateCommand.class,
      TaxonomyCommand.class,
      ImportCommand.class,
      ReprocessCommand.class,
      SourcesCommand.class,
      ArticlesCommand.class,
      CorrectionsCommand.class,
      DeadLettersCommand.class,
      TraceCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      ConfigCommand.class,
      DoctorCommand.class,
      NewsroomCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Keeling implements Runnable {

  /** Exit status of a failed command, as in shells and picocli. */
  private static final int WRONG = 1;

  /** Width of the help, in characters: its longest lines fit. */
  private static final int HELP_WIDTH = 100;

  /** Prints the version for {@code keeling --version}. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {Build.line()};
    }
  }

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  public static void main(String[] arguments) {
    Logging.quiet();
    formatAlike();
    System.exit(commandLine().execute(arguments));
  }

  /** Makes number formats, also in addresses and files, independent of the machine's language. */
  static void formatAlike() {
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
  }

  /** Returns the command with all subcommands, ready to execute. */
  static CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new Keeling());
    commandLine.setUsageHelpWidth(HELP_WIDTH);
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setExecutionExceptionHandler(
        (exception, command, parsed) -> explain(exception, command.getErr()));
    return commandLine;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  private static int explain(Exception thrown, PrintWriter err) {
    UserException refusal = KafkaFailures.refusal(thrown);
    Exception exception = refusal == null || thrown instanceof UserException ? thrown : refusal;
    if (exception instanceof UserException) {
      // Only the message's own line breaks are kept: it has one line for each problem of the
      // settings.
      String.valueOf(exception.getMessage())
          .lines()
          .map(Printable::keepIndent)
          .forEach(line -> err.println(line.startsWith(" ") ? line : "keeling: " + line));
    } else {
      LoggerFactory.getLogger(Keeling.class).error("Unexpected failure", exception);
      err.println(
          "keeling: unexpected "
              + exception.getClass().getSimpleName()
              + ": "
              + Printable.line(String.valueOf(exception.getMessage())));
    }
    err.flush();
    return WRONG;
  }
}
