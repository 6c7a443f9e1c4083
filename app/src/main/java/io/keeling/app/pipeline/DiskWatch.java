package io.keeling.app.pipeline;

import io.keeling.app.embedded.FreeSpace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process, with a line on standard error, before the disk of its data is full. A broker
 * that cannot write would halt the JVM without a message. Threads may share it.
 */
final class DiskWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DiskWatch.class);

  /** Interval of the checks. {@link #brokerHalts} reports a disk that fills faster. */
  private static final Duration INTERVAL = Duration.ofSeconds(1);

  /** Exit status of a failure. */
  private static final int WRONG = 1;

  private final Path directory;
  private final AutoCloseable database;
  private final FreeSpace space;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicBoolean told = new AtomicBoolean();

  private DiskWatch(Path directory, AutoCloseable database) {
    this.directory = directory;
    this.database = database;
    this.space = new FreeSpace(directory);
  }

  /** Starts watching. The database, a process of its own, is stopped before the process ends. */
  static DiskWatch start(Path directory, AutoCloseable database) {
    DiskWatch watch = new DiskWatch(directory, database);
    Thread thread = new Thread(watch::watch, "keeling-disk-watch");
    thread.setDaemon(true);
    thread.start();
    return watch;
  }

  private void watch() {
    try {
      while (!closing.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
        if (space.exhausted().isPresent()) {
          tell("");
          System.exit(WRONG); // UntilInterrupted stops everything in order.
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the process with the broker's status, waiting only for the database. */
  void brokerHalts(int status) {
    tell(
        "Kafka cannot go on in %s and has ended everything; keeling.log there says why."
            .formatted(directory));
    try {
      database.close();
    } catch (Exception e) {
      LOG.warn("PostgreSQL could not be stopped; it keeps running until Keeling starts again", e);
    }
    Runtime.getRuntime().halt(status == 0 ? WRONG : status);
  }

  private void tell(String otherwise) {
    if (!told.getAndSet(true)) {
      String line = space.exhausted().orElse(otherwise);
      LOG.error("{}", line);
      System.err.println("keeling: " + line);
    }
  }

  @Override
  public void close() {
    closing.countDown();
  }
}
