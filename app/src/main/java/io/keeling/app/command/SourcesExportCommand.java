package io.keeling.app.command;

import io.keeling.contract.source.Source;
import io.keeling.ingest.catalogue.SourceCatalogue;
import io.keeling.ingest.opml.Opml;
import java.io.PrintWriter;
import java.util.Comparator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * The command {@code keeling sources export}, which writes what is watched as a list that other
 * programs read.
 */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Prints all sources as an OPML list; import reads it back the same.")
final class SourcesExportCommand implements Runnable {

  @Mixin private ConfigOption config;

  @picocli.CommandLine.Spec private picocli.CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    try (SourceCatalogue catalogue = SourcesCommand.catalogue(config)) {
      PrintWriter out = spec.commandLine().getOut();
      out.print(
          Opml.write(catalogue.list().stream().sorted(Comparator.comparing(Source::id)).toList()));
      out.flush();
    }
  }
}
