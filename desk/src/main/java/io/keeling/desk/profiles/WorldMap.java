package io.keeling.desk.profiles;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Outlines of countries from Natural Earth, in the Equal Earth projection, which keeps areas
 * comparable. {@code desk/data/build-map.mjs} generates them.
 */
final class WorldMap {

  /** Size of the drawing in its own units, as in the first line of the file. */
  static final int WIDTH = 800;

  static final int HEIGHT = 351;

  private static final String FILE = "/io/keeling/desk/map/countries.tsv";

  /** All countries by code. The first entry is land without an agreed code. */
  static final List<Country> COUNTRIES = read();

  private WorldMap() {}

  /**
   * A country.
   *
   * @param code ISO 3166-1 alpha-2
   * @param x a point within it, from the left
   * @param y the same point, from the top
   * @param outline an SVG path; empty if the country is too small to draw
   */
  record Country(String code, int x, int y, String outline) {}

  private static List<Country> read() {
    List<Country> countries = new ArrayList<>();
    try (InputStream in = WorldMap.class.getResourceAsStream(FILE);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in, FILE), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          String[] cells = line.split("\t", -1);
          countries.add(
              new Country(
                  cells[0], Integer.parseInt(cells[1]), Integer.parseInt(cells[2]), cells[3]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(countries);
  }
}
