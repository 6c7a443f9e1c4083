package io.keeling.app.command;

import io.keeling.app.failure.UserException;
import io.keeling.app.terminal.Printable;
import io.keeling.ingest.catalogue.SourceCatalogue;
import io.keeling.ingest.opml.Opml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * The command {@code keeling sources import}, which adds the feeds of a list from another program.
 */
@Command(
    name = "import",
    description = {
      "Adds the feeds of an OPML list, as feed readers export it.",
      "Harmless to repeat: an address that is watched already is left as it is."
    })
final class SourcesImportCommand extends KeelingCommand implements Runnable {

  /** Maximum size of a list, in bytes. Lists of two thousand sources are smaller than one MiB. */
  private static final int LARGEST = 64 * 1024 * 1024;

  @Mixin private ConfigOption config;

  @Parameters(paramLabel = "FILE.opml", description = "The list.")
  private Path file;

  @Override
  public void run() {
    byte[] bytes = bytes();
    try (SourceCatalogue catalogue = SourcesCommand.catalogue(config)) {
      Opml.Read read = Opml.read(bytes, catalogue.list());
      catalogue.putAll(read.fresh());
      print(read.skipped().stream().map(line -> Printable.line("Skipped " + line)).toList());
      print(
          "Watching %d more sources; %d were watched already, %d skipped."
              .formatted(read.fresh().size(), read.watched(), read.skipped().size()));
    } catch (Opml.NotOpmlException e) {
      throw new UserException(
          file + " is " + Printable.line(String.valueOf(e.getMessage())) + ".", e);
    }
  }

  private byte[] bytes() {
    try {
      if (Files.size(file) > LARGEST) {
        throw new UserException(file + " is larger than any list of sources.");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UserException("cannot read " + file + ".", e);
    }
  }
}
