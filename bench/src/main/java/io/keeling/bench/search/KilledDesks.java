package io.keeling.bench.search;

import io.keeling.bench.chain.Chain;
import io.keeling.bench.memory.RoleProcess;
import io.keeling.bench.memory.RoleSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Two desks in processes of their own, with the memory of {@code docker-compose.yml}, which are
 * killed by turns and started again. Not for sharing between threads.
 */
final class KilledDesks implements AutoCloseable {

  private static final String ROLE = "desk";

  private final List<RoleSettings> settings = new ArrayList<>();
  private final List<RoleProcess> desks = new ArrayList<>();
  private final AtomicInteger kills = new AtomicInteger();
  private final CountDownLatch closing = new CountDownLatch(1);
  private @Nullable Thread killer;

  /**
   * Starts both, which are ready then.
   *
   * @param directory for their indexes and logs
   */
  KilledDesks(Chain chain, Path directory) throws IOException, InterruptedException {
    for (String name : List.of("desk-1", "desk-2")) {
      settings.add(new RoleSettings(chain, Files.createDirectories(directory.resolve(name))));
      desks.add(settings.get(settings.size() - 1).start(ROLE));
    }
  }

  /**
   * From now on one is killed (SIGKILL) and started at once, and when it is ready, the next is.
   * That one ends by itself is an exception that nobody catches.
   *
   * @param pause how long both work in between
   */
  void killByTurns(Duration pause) {
    killer = new Thread(() -> kill(pause), "killer");
    killer.start();
  }

  private void kill(Duration pause) {
    try {
      for (int turn = 0; !closing.await(pause.toMillis(), TimeUnit.MILLISECONDS); turn = 1 - turn) {
        if (!desks.stream().allMatch(RoleProcess::alive)) {
          throw new IllegalStateException("a desk ended by itself");
        }
        desks.get(turn).end(Process::destroyForcibly);
        kills.incrementAndGet();
        desks.set(turn, settings.get(turn).start(ROLE));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Kills no more, waits until both work, and says how often one was killed. */
  int killNoMore() throws InterruptedException {
    closing.countDown();
    if (killer != null) {
      killer.join();
    }
    return kills.get();
  }

  @Override
  public void close() {
    closing.countDown();
    desks.forEach(RoleProcess::close);
  }
}
