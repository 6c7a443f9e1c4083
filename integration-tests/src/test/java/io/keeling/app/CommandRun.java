package io.keeling.app;

import io.keeling.embedded.kafka.EmbeddedKafka;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

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
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        Keeling.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments);
    return new CommandRun(status, out.toString(), err.toString());
  }

  /**
   * Settings that lead to a Kafka, as a file for {@code --config}.
   *
   * @param directory where it is written
   */
  static String config(Path directory, EmbeddedKafka kafka) throws IOException {
    return Files.writeString(
            directory.resolve("keeling.yaml"),
            "kafka:\n  bootstrapServers: " + kafka.bootstrapServers() + "\n")
        .toString();
  }
}
