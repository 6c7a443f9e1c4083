package io.keeling.reader.wording;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Reads the word lists beside the reader's classes: one entry a line, in lower case; {@code #}
 * starts a comment line.
 */
public final class WordList {

  private static final String FOLDER = "/io/keeling/reader/";

  private WordList() {}

  /**
   * Reads a list, in the order of its file.
   *
   * @param path such as {@code names/caption.txt}
   * @throws IllegalStateException if there is no such list
   */
  public static Set<String> load(String path) {
    try (InputStream stream = WordList.class.getResourceAsStream(FOLDER + path)) {
      if (stream == null) {
        throw new IllegalStateException("no word list " + FOLDER + path);
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      Set<String> words = new LinkedHashSet<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String entry = line.strip().toLowerCase(Locale.ROOT);
        if (!entry.isEmpty() && entry.charAt(0) != '#') {
          words.add(entry);
        }
      }
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
