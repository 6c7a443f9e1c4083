package io.keeling.desk.running;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Opens a desk with a few articles to look at, on a port: for whoever works on the pages. */
final class DeskMain {

  private DeskMain() {}

  public static void main(String[] arguments) throws Exception {
    try (RunningDesk desk =
        RunningDesk.open(Path.of(arguments[0]), Integer.parseInt(arguments[1]))) {
      desk.archive().clear();
      desk.archive()
          .store(SampleArticles.all().toArray(io.keeling.contract.enriched.EnrichedArticle[]::new));
      new CountDownLatch(1).await();
    }
  }
}
