package io.keeling.bench.memory;

import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * Draws a run: for each role its resident set, its heap and its container's limit. Immutable. The
 * measures were chosen, and are pixels.
 */
final class MemoryPlot {

  /** Width of the drawing. */
  private static final int WIDTH = 760;

  /** Height of a panel. */
  private static final int HEIGHT = 150;

  /** What is left of a panel for its scale. */
  private static final int LEFT = 60;

  /** What lies between two panels. */
  private static final int GAP = 46;

  /** kB of a MiB, by definition (IEC 80000-13). */
  private static final double KB = 1024;

  private final MemorySamples samples;
  private final List<RoleProcess> roles;

  /**
   * @param roles in the order of the samples' columns
   */
  MemoryPlot(MemorySamples samples, List<RoleProcess> roles) {
    this.samples = samples;
    this.roles = roles;
  }

  String svg() {
    StringBuilder svg = new StringBuilder();
    int height = roles.size() * (HEIGHT + GAP) + GAP;
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" font-family="sans-serif" font-size="12">
        <rect width="%1$d" height="%2$d" fill="white"/>
        """
            .formatted(LEFT + WIDTH + 20, height));
    for (int i = 0; i < roles.size(); i++) {
      svg.append(panel(i, GAP / 2 + i * (HEIGHT + GAP)));
    }
    svg.append(
        "<text x=\"%d\" y=\"%d\">minutes; MiB: blue resident set, green heap after collection, red limit of the container</text>%n"
            .formatted(LEFT, height - 8));
    return svg.append("</svg>\n").toString();
  }

  private String panel(int role, int top) {
    int limit = roles.get(role).limit();
    double scale = HEIGHT / (limit * 1.1);
    int bottom = top + HEIGHT;
    StringBuilder panel = new StringBuilder();
    panel.append(
        "<text x=\"%d\" y=\"%d\" font-weight=\"bold\">%s</text>%n"
            .formatted(LEFT, top - 4, roles.get(role).role()));
    panel.append(line(LEFT, bottom, LEFT + WIDTH, bottom, "black"));
    panel.append(line(LEFT, top, LEFT, bottom, "black"));
    int limitY = (int) (bottom - limit * scale);
    panel.append(line(LEFT, limitY, LEFT + WIDTH, limitY, "red"));
    for (int value : new int[] {0, limit / 2, limit}) {
      panel.append(
          "<text x=\"%d\" y=\"%.0f\" text-anchor=\"end\">%d</text>%n"
              .formatted(LEFT - 6, bottom - value * scale + 4, value));
    }
    for (int part = 0; part <= 4; part++) {
      panel.append(
          "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%.0f</text>%n"
              .formatted(LEFT + WIDTH * part / 4, bottom + 14, seconds() * part / 240.0));
    }
    panel.append(curve(role, bottom, scale, RoleMemory::resident, "royalblue"));
    panel.append(curve(role, bottom, scale, RoleMemory::heap, "seagreen"));
    return panel.toString();
  }

  private String curve(
      int role, int bottom, double scale, ToLongFunction<RoleMemory> of, String colour) {
    StringBuilder points = new StringBuilder();
    for (MemorySamples.Row row : samples.rows()) {
      points.append(
          String.format(
              Locale.ROOT,
              "%.1f,%.1f ",
              LEFT + WIDTH * (double) row.seconds() / seconds(),
              bottom - of.applyAsLong(row.roles().get(role)) / KB * scale));
    }
    return "<polyline fill=\"none\" stroke=\"%s\" points=\"%s\"/>%n"
        .formatted(colour, points.toString().strip());
  }

  private static String line(int x1, int y1, int x2, int y2, String colour) {
    return "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%s\"/>%n"
        .formatted(x1, y1, x2, y2, colour);
  }

  private long seconds() {
    List<MemorySamples.Row> rows = samples.rows();
    return Math.max(1, rows.get(rows.size() - 1).seconds());
  }
}
