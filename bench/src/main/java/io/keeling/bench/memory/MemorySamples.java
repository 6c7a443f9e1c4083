package io.keeling.bench.memory;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** What was seen in the course of a run. Not for sharing between threads. */
final class MemorySamples {

  /**
   * Share of the run that is warm-up, as one in so many: in the first sixth, classes, compiled code
   * and caches still grow.
   */
  private static final int WARM_UP = 6;

  /** kB of a MiB, by definition (IEC 80000-13). */
  private static final double MB = 1024;

  /**
   * One look.
   *
   * @param seconds since the start
   * @param published articles so far
   * @param stored articles in the tables
   * @param roles in the order of the columns
   */
  record Row(long seconds, int published, int stored, List<RoleMemory> roles) {}

  private final List<String> roles;
  private final List<Row> rows = new ArrayList<>();

  MemorySamples(List<String> roles) {
    this.roles = roles;
  }

  void add(Row row) {
    rows.add(row);
  }

  List<Row> rows() {
    return rows;
  }

  /** Writes them as tab-separated values, memory in MiB. */
  void write(Path file) throws IOException {
    StringBuilder text = new StringBuilder("seconds\tpublished\tstored");
    roles.forEach(role -> text.append("\t%1$s resident\t%1$s heap".formatted(role)));
    for (Row row : rows) {
      text.append("\n%d\t%d\t%d".formatted(row.seconds, row.published, row.stored));
      row.roles.forEach(
          memory ->
              text.append("\t%.0f\t%.0f".formatted(memory.resident() / MB, memory.heap() / MB)));
    }
    Files.writeString(file, text.append('\n'));
  }

  /** Prints of each role what it held in the first and in the last third after warm-up. */
  void print(PrintStream out) {
    List<Row> warm = rows.subList(rows.size() / WARM_UP, rows.size());
    int third = warm.size() / 3;
    List<Row> first = warm.subList(0, third);
    List<Row> last = warm.subList(warm.size() - third, warm.size());
    out.println("median of the first third after warm-up, median of the last, most; MiB");
    for (int i = 0; i < roles.size(); i++) {
      print(out, roles.get(i) + " resident", i, first, last, RoleMemory::resident);
      print(out, roles.get(i) + " heap after collection", i, first, last, RoleMemory::heap);
    }
  }

  private void print(
      PrintStream out,
      String what,
      int role,
      List<Row> first,
      List<Row> last,
      ToLongFunction<RoleMemory> of) {
    long most = rows.stream().mapToLong(row -> of.applyAsLong(row.roles.get(role))).max().orElse(0);
    out.printf(
        "%s: %.0f, %.0f, %.0f%n", what, median(first, role, of), median(last, role, of), most / MB);
  }

  private static double median(List<Row> rows, int role, ToLongFunction<RoleMemory> of) {
    long[] sorted =
        rows.stream().mapToLong(row -> of.applyAsLong(row.roles.get(role))).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2] / MB;
  }
}
