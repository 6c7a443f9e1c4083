package io.keeling.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A process that does not come to an end by itself is ended, and its status says so. */
class CutShortST {

  private static final long PATIENCE_SECONDS = 60;

  @Test
  void aProcessThatHangsInItsStopIsCutShortWithStatusOne() throws Exception {
    assertThat(statusAfterSigterm("hangs")).isEqualTo(UntilInterrupted.CUT_SHORT);
  }

  @Test
  void aProcessThatStopsInTimeEndsAsTheJvmDoes() throws Exception {
    assertThat(statusAfterSigterm("stops")).isEqualTo(143);
  }

  private static int statusAfterSigterm(String how) throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            CutShortST.class.getName(),
            how);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (BufferedReader said = process.inputReader()) {
      String line = said.readLine();
      while (line != null && !line.equals("up")) {
        line = said.readLine();
      }
      process.destroy();
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  /** A command until SIGTERM, that then stops or hangs. */
  public static void main(String[] arguments) throws InterruptedException {
    UntilInterrupted end = new UntilInterrupted();
    end.stopWithin(arguments[0].equals("hangs") ? Duration.ofMillis(100) : Duration.ofMinutes(1));
    System.out.println("up");
    end.await();
    if (arguments[0].equals("hangs")) {
      new CountDownLatch(1).await();
    }
    end.done();
  }
}
