package io.keeling.bench.memory;

import io.keeling.bench.chain.Chain;
import io.keeling.bench.chain.NewsPages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Watches whether the memory of every role stays flat: all four as processes of their own, with the
 * heap that the image gives them, on a press that goes on publishing, articles of a million
 * characters among the others, while a reader asks the desk. Writes what it saw every ten seconds,
 * and a plot.
 */
public final class MemoryRun {

  /** How often memory is measured: a run of some hours gives a plot of a thousand points. */
  private static final Duration SAMPLE_INTERVAL = Duration.ofSeconds(10);

  /** Length of a usual article, in UTF-16 code units, as in {@code TaggedNews}. */
  private static final int USUAL = 5_000;

  /** Length of a large article, in UTF-16 code units: twice what is tagged of a text. */
  private static final int LARGE = 1_000_000;

  private MemoryRun() {}

  /**
   * Runs.
   *
   * @param args minutes, articles a second, which share of them is large (one in so many), the
   *     files to write without their ending, and the folder of our own news
   */
  public static void main(String[] args) throws Exception {
    Duration time = Duration.ofMinutes(Integer.parseInt(args[0]));
    double perSecond = Double.parseDouble(args[1]);
    int largeEvery = Integer.parseInt(args[2]);
    String files = args[3];
    NewsPages pages = NewsPages.read(Path.of(args.length > 4 ? args[4] : "training/corpus/news"));
    Path directory = Files.createTempDirectory("keeling-memory");
    List<RoleProcess> roles = new ArrayList<>();
    try (Chain chain = Chain.start();
        GrowingPress press =
            GrowingPress.start(
                perSecond, n -> pages.html(n, n % largeEvery == largeEvery - 1 ? LARGE : USUAL))) {
      RoleSettings settings = new RoleSettings(chain, press.sources(), directory);
      for (String role : RoleSettings.ROLES) {
        roles.add(settings.start(role));
      }
      try (DeskReader reader = DeskReader.start(settings.desk())) {
        MemorySamples samples = new MemorySamples(RoleSettings.ROLES);
        watch(chain, press, roles, time, samples, files);
        samples.print(System.out);
        System.out.printf("desk: %d answers, %d exports%n", reader.answers(), reader.exports());
      }
      print(chain, press);
    } finally {
      roles.forEach(RoleProcess::close);
    }
  }

  private static void watch(
      Chain chain,
      GrowingPress press,
      List<RoleProcess> roles,
      Duration time,
      MemorySamples samples,
      String files)
      throws IOException, SQLException, InterruptedException {
    long start = System.nanoTime();
    long end = start + time.toNanos();
    for (long next = start; next - end <= 0; next += SAMPLE_INTERVAL.toNanos()) {
      Thread.sleep(Math.max(0, (next - System.nanoTime()) / 1_000_000));
      List<RoleMemory> memory = new ArrayList<>();
      for (RoleProcess role : roles) {
        memory.add(role.memory());
      }
      long seconds = (System.nanoTime() - start) / 1_000_000_000;
      samples.add(
          new MemorySamples.Row(
              seconds, press.published(), count(chain, "SELECT count(*) FROM article"), memory));
      // As it goes on, for a run that is broken off.
      samples.write(Path.of(files + ".tsv"));
      Files.writeString(Path.of(files + ".svg"), new MemoryPlot(samples, roles).svg());
    }
  }

  private static void print(Chain chain, GrowingPress press) throws SQLException {
    System.out.printf(
        "published %d, served %d pages of articles; stored %d articles, %d of them of %d characters and more%n",
        press.published(),
        press.served(),
        count(chain, "SELECT count(*) FROM article"),
        count(chain, "SELECT count(*) FROM article WHERE length(text) >= " + LARGE),
        LARGE);
  }

  private static int count(Chain chain, String query) throws SQLException {
    try (Connection connection = chain.tables().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getInt(1);
    }
  }
}
