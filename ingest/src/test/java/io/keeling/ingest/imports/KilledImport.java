package io.keeling.ingest.imports;

import io.keeling.ingest.config.BackfillConfig;
import io.keeling.runtime.kafka.KafkaConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** An import in a process of its own that dies in the middle, without a chance to tidy up. */
public final class KilledImport {

  static final int STATUS = 137;

  private KilledImport() {}

  /**
   * Dies as soon as so many pages are with the broker.
   *
   * @param arguments bootstrap servers, input, largest backlog, pages
   */
  public static void main(String[] arguments) {
    long pages = Long.parseLong(arguments[3]);
    ImportListener listener =
        new ImportListener() {
          @Override
          public void progress(ImportReport soFar) {
            if (soFar.pages() >= pages) {
              Runtime.getRuntime().halt(STATUS);
            }
          }
        };
    new PageImport(
            KafkaConnection.to(arguments[0]),
            PageImport.DEFAULT_SOURCE,
            List.of(),
            BackfillConfig.defaults()
                .withUnread(Integer.parseInt(arguments[2]), Duration.ofMinutes(1)),
            listener)
        .run(List.of(Path.of(arguments[1])), false);
  }
}
