package io.keeling.deploy.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.keeling.environment.RequiresProgram;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The health check of a role's container, with what the kernel says of the role in a file. */
@RequiresProgram("curl")
class ReadyScriptTest {

  private static final Path SCRIPT = Path.of("../deploy/image/keeling-ready");

  /** Instead of the minute without progress, in seconds. */
  private static final int PAUSE = 2;

  @TempDir private Path directory;
  private final AtomicInteger status = new AtomicInteger(503);
  private final AtomicInteger asked = new AtomicInteger();
  private HttpServer role;
  private final ScheduledExecutorService work = Executors.newSingleThreadScheduledExecutor();

  @BeforeEach
  void start() throws IOException {
    used(0);
    role = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    role.createContext(
        "/readyz",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(status.get(), -1);
          exchange.close();
        });
    role.start();
  }

  @AfterEach
  void stop() {
    work.shutdownNow();
    role.stop(0);
  }

  private Path stat() {
    return directory.resolve("stat");
  }

  /** So many hundredths of a second of processor time were used, as proc(5) has it. */
  private void used(int hundredths) throws IOException {
    Path next = directory.resolve("stat.next");
    Files.writeString(next, "1 (java (x)) S 0 1 1 0 -1 4194560 0 0 0 0 " + hundredths + " 7 0 0\n");
    Files.move(next, stat(), StandardCopyOption.ATOMIC_MOVE);
  }

  private Process ask() throws IOException {
    ProcessBuilder script =
        new ProcessBuilder("sh", SCRIPT.toString(), String.valueOf(role.getAddress().getPort()))
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("output").toFile());
    script.environment().put("KEELING_MARKS", directory.toString());
    script.environment().put("KEELING_STAT", stat().toString());
    script.environment().put("KEELING_PAUSE", String.valueOf(PAUSE));
    return script.start();
  }

  private int answer() throws Exception {
    return ask().onExit().get(1, TimeUnit.MINUTES).exitValue();
  }

  @Test
  void aRoleThatIsReadyIsSaidToBe() throws Exception {
    status.set(200);

    assertThat(answer()).isZero();
  }

  @Test
  void aStartThatUsesAProcessorIsWaitedFor() throws Exception {
    AtomicInteger hundredths = new AtomicInteger();
    var unused =
        work.scheduleAtFixedRate(
            () -> {
              try {
                used(hundredths.addAndGet(10));
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            },
            0,
            100,
            TimeUnit.MILLISECONDS);
    Process script = ask();
    assertThat(script.waitFor(3 * PAUSE, TimeUnit.SECONDS)).as("has given up").isFalse();

    status.set(200);

    assertThat(script.onExit().get(1, TimeUnit.MINUTES).exitValue()).isZero();
  }

  @Test
  void aStartThatStandsStillIsToldAfterAWhile() throws Exception {
    assertThat(answer()).isOne();
    assertThat(asked).hasValueGreaterThan(PAUSE - 1);
    assertThat(Files.readString(directory.resolve("output"))).contains("503");
  }

  @Test
  void aRoleThatWasReadyIsNotWaitedFor() throws Exception {
    status.set(200);
    answer();
    status.set(503);
    asked.set(0);

    assertThat(answer()).isOne();
    assertThat(asked).hasValue(1);
  }
}
