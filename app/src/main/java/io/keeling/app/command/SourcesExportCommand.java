package io.keeling.app.command;

import io.keeling.ingest.catalogue.SourceCatalogue;
import io.keeling.ingest.opml.Opml;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * The command {@code keeling sources export}, which writes the sources as a list that other
 * programs read.
 */
@Command(
    name = "export",
    description = "Prints all sources as an OPML list; import reads it back the same.")
final class SourcesExportCommand extends KeelingCommand implements Runnable {

  @Mixin private ConfigOption config;

  @Override
  public void run() {
    try (SourceCatalogue catalogue = SourcesCommand.catalogue(config)) {
      out().print(Opml.write(SourcesCommand.byId(catalogue)));
      out().flush();
    }
  }
}
