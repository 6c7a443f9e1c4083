package io.keeling.models.lexical;

import io.keeling.models.files.ModelFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a language's {@code cues-LANGUAGE.txt}: sections of words apart by spaces, each headed by
 * its name in brackets; {@code \_} stands for a space within a name, {@code #} begins a remark.
 */
final class CueFile {

  private final Map<String, List<String>> sections = new HashMap<>();

  CueFile(String language) {
    String name = "cues-" + language + ".txt";
    try (InputStream in = ModelFile.open(CueFile.class, name)) {
      read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  private void read(BufferedReader reader) throws IOException {
    List<String> section = new ArrayList<>();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.startsWith("[")) {
        section =
            sections.computeIfAbsent(
                line.substring(1, line.length() - 1), name -> new ArrayList<>());
      } else if (!line.startsWith("#") && !line.isBlank()) {
        for (String word : Arrays.asList(line.strip().split(" +"))) {
          section.add(word.replace("\\_", " ").replace("\\&", "&"));
        }
      }
    }
  }

  /** The words of a section; empty where there is none. */
  List<String> section(String name) {
    return sections.getOrDefault(name, List.of());
  }
}
