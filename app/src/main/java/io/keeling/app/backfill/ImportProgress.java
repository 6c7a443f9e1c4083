package io.keeling.app.backfill;

import io.keeling.app.terminal.Terminal;
import io.keeling.ingest.backfill.Backlog;
import io.keeling.ingest.imports.ImportReport;
import java.time.Duration;

/**
 * Shows the progress of an import: pages, rate, share of the files read, and time left. Threads may
 * share it.
 */
public final class ImportProgress {

  private final Terminal terminal;
  private String line = "";

  public ImportProgress(Terminal terminal) {
    this.terminal = terminal;
  }

  public synchronized void show(ImportReport soFar) {
    line = line(soFar);
    terminal.show(line);
  }

  /** Shows the progress and the stage that the import waits for. */
  public synchronized void waiting(Backlog.Stage stage, long unread) {
    terminal.show("%s; %,d records wait for %s".formatted(line, unread, stage.group()));
  }

  static String line(ImportReport soFar) {
    double seconds = Math.max(1, soFar.elapsed().toMillis()) / 1000.0;
    ImportReport.Extent extent = soFar.extent();
    return "%,d pages, %.1f a second, %d %% of %,.1f MB read%s"
        .formatted(
            soFar.pages(),
            soFar.pages() / seconds,
            extent.total() == 0 ? 100 : 100 * extent.read() / extent.total(),
            extent.total() / 1e6,
            soFar.left().map(left -> ", " + words(left) + " left").orElse(""));
  }

  private static String words(Duration left) {
    if (left.toHours() > 0) {
      return "%d h %d min".formatted(left.toHours(), left.toMinutesPart());
    }
    return left.toMinutes() > 0
        ? "%d min".formatted(left.toMinutes())
        : "%d s".formatted(left.toSeconds());
  }
}
