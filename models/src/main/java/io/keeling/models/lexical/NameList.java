package io.keeling.models.lexical;

import io.keeling.models.files.ModelFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Known names with labels of what they may stand for, as written by {@code build-lexicon.mjs}: C a
 * city, F a first name, L a place whose name rarely means anything else, O an organisation.
 * Thread-safe once filled.
 */
final class NameList {

  private final Map<String, String> labels = new HashMap<>();

  /** Reads a list from the class path. */
  static NameList read(String resource) {
    NameList list = new NameList();
    try (InputStream in = ModelFile.open(NameList.class, resource)) {
      BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        int tab = line.indexOf('\t');
        list.add(line.substring(0, tab), line.substring(tab + 1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
    return list;
  }

  void add(String name, String label) {
    labels.merge(name, label.intern(), (a, b) -> a.contains(b) ? a : (a + b).intern());
  }

  /** Returns the labels of a name; empty if the name is not in the list. */
  String of(String name) {
    return labels.getOrDefault(name, "");
  }
}
