package io.keeling.enrich.gazetteer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads the tab-separated files beside this class. */
public final class PlaceFiles {

  private PlaceFiles() {}

  /** The rows of a file without its comments; a row may have fewer columns. */
  public static List<String[]> rows(String name) {
    try (InputStream raw = PlaceFiles.class.getResourceAsStream(name);
        InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<String[]> rows = new ArrayList<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("#") && !line.isBlank()) {
          rows.add(line.split("\t", -1));
        }
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  /** A column of a row, empty where the row ends before it. */
  static String column(String[] row, int index) {
    return index < row.length ? row[index] : "";
  }
}
