package io.keeling.training.corpus;

import io.keeling.models.files.ModelFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which files of marked text a model learns from, and which are kept apart to score it: a line for
 * each file, {@code train FILE} or {@code score FILE}; blank lines and lines from {@code #} are
 * passed over.
 *
 * @param training names of the files to learn from
 * @param scoring names of the files to score on
 */
public record CorpusMix(Set<String> training, Set<String> scoring) {

  /** The mix that training/README.md describes. */
  public static CorpusMix standard() throws IOException {
    try (InputStream in = ModelFile.open(CorpusMix.class, "name-corpora.txt");
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      Set<String> training = new TreeSet<>();
      Set<String> scoring = new TreeSet<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] words = line.replaceFirst("#.*", "").strip().split("\\s+");
        if (words.length == 2) {
          (words[0].equals("train") ? training : scoring).add(words[1]);
        }
      }
      return new CorpusMix(training, scoring);
    }
  }

  /**
   * The files to learn from.
   *
   * @param folders where they lie
   * @param everything also from those kept apart for scoring: for a model that ships
   * @param without names of files to leave out
   */
  public List<Path> trainingFiles(List<Path> folders, boolean everything, Set<String> without)
      throws IOException {
    Set<String> names = new TreeSet<>(training);
    if (everything) {
      names.addAll(scoring);
    }
    names.removeAll(without);
    return find(folders, names);
  }

  /** The files kept apart. */
  public List<Path> scoringFiles(List<Path> folders) throws IOException {
    return find(folders, scoring);
  }

  private static List<Path> find(List<Path> folders, Set<String> names) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String name : names) {
      List<Path> found =
          folders.stream().map(folder -> folder.resolve(name)).filter(Files::exists).toList();
      if (found.isEmpty()) {
        throw new IOException("no " + name + " in " + folders);
      }
      files.add(found.get(0));
    }
    return files;
  }
}
