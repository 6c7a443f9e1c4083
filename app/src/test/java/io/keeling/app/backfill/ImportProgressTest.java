package io.keeling.app.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.ingest.imports.ImportReport;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportProgressTest {

  @Test
  void saysRateShareAndTimeLeftOfThisRun() {
    // Half was read by an earlier run; this one has read a quarter in ten minutes.
    var extent = new ImportReport.Extent(500_000_000, 750_000_000, 1_000_000_000);
    assertThat(ImportProgress.line(report(60_000, Duration.ofMinutes(10), extent)))
        .isEqualTo("60,000 pages, 100.0 a second, 75 % of 1,000.0 MB read, 10 min left");
  }

  @Test
  void saysNoTimeLeftBeforeItCanKnow() {
    assertThat(
            ImportProgress.line(report(0, Duration.ZERO, new ImportReport.Extent(0, 0, 1_000_000))))
        .isEqualTo("0 pages, 0.0 a second, 0 % of 1.0 MB read");
  }

  private static ImportReport report(long pages, Duration elapsed, ImportReport.Extent extent) {
    return new ImportReport(pages, 0, Map.of(), elapsed, extent);
  }
}
