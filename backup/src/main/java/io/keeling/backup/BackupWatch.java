package io.keeling.backup;

import io.keeling.runtime.kafka.KafkaConnection;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gauge of when the last backup was taken, read from {@link BackupMark}. If the mark expires, the
 * gauge keeps its last value. Threads may share it.
 */
public final class BackupWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(BackupWatch.class);

  /** Pause between two reads of the mark: backups are hours apart. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final KafkaConnection kafka;
  private final MeterRegistry meters;
  private final Gauge gauge;
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "keeling-backup-watch");
            thread.setDaemon(true);
            return thread;
          });
  private volatile double seconds = Double.NaN;

  private BackupWatch(KafkaConnection kafka, MeterRegistry meters) {
    this.kafka = kafka;
    this.meters = meters;
    this.gauge =
        Gauge.builder("keeling.backup.finished", this, watch -> watch.seconds)
            .description("When the last backup was taken, in seconds since 1970; NaN if unknown")
            .baseUnit("seconds")
            .register(meters);
  }

  /** Starts reading the mark regularly. */
  public static BackupWatch start(KafkaConnection kafka, MeterRegistry meters) {
    BackupWatch watch = new BackupWatch(kafka, meters);
    var unused =
        watch.looks.scheduleWithFixedDelay(watch::look, 0, PAUSE.toSeconds(), TimeUnit.SECONDS);
    return watch;
  }

  private void look() {
    // Each read uses a new client, because no client can be created while Kafka's host name cannot
    // be resolved.
    try (Admin admin = BackupMark.admin(kafka)) {
      BackupMark.read(admin).ifPresent(at -> seconds = at.getEpochSecond());
    } catch (KafkaException e) {
      LOG.debug("it is unknown when the last backup was taken", e);
    }
  }

  @Override
  public void close() {
    looks.shutdownNow();
    meters.remove(gauge);
  }
}
