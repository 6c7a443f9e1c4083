package io.keeling.models.names.features;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import opennlp.tools.util.InvalidFormatException;
import opennlp.tools.util.model.ArtifactSerializer;
import opennlp.tools.util.model.SerializableArtifact;
import org.jspecify.annotations.Nullable;

/**
 * Which words are used alike: every word's cluster in a coarse and in a fine division of the
 * vocabulary. It lets the model say of a word it never met what it learnt of its like.
 *
 * <p>File: a line for each word, {@code word TAB coarse TAB fine}, words in lower case. OpenNLP has
 * such a dictionary, but its serializer (2.5.9) closes the model file it is to write into.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class WordClusters implements SerializableArtifact {

  private final Map<String, int[]> clusters;
  private final int coarse;

  private WordClusters(Map<String, int[]> clusters) {
    this.clusters = clusters;
    this.coarse = clusters.values().stream().mapToInt(pair -> pair[0] + 1).max().orElse(0);
  }

  /** How many clusters the coarse division has: their numbers are smaller. */
  int coarse() {
    return coarse;
  }

  /** Reads the file described above; leaves the stream open. */
  public static WordClusters read(InputStream in) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    Map<String, int[]> clusters = new HashMap<>();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      int first = line.indexOf('\t');
      int second = line.indexOf('\t', first + 1);
      if (first <= 0 || second < 0) {
        throw new InvalidFormatException("not a word with two clusters: " + line);
      }
      int coarse = Integer.parseInt(line, first + 1, second, 10);
      int fine = Integer.parseInt(line, second + 1, line.length(), 10);
      clusters.put(line.substring(0, first), new int[] {coarse, fine});
    }
    return new WordClusters(clusters);
  }

  /** The coarse and the fine cluster of a word, or of what follows its last hyphen. */
  public int @Nullable [] of(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    int[] found = clusters.get(lower);
    int hyphen = found == null ? lower.lastIndexOf('-') : -1;
    return hyphen > 0 && hyphen < lower.length() - 1
        ? clusters.get(lower.substring(hyphen + 1))
        : found;
  }

  @Override
  public Class<?> getArtifactSerializerClass() {
    return Serializer.class;
  }

  /** Stores the clusters in a model; made by OpenNLP by name. */
  public static final class Serializer implements ArtifactSerializer<WordClusters> {

    @Override
    public WordClusters create(InputStream in) throws IOException {
      return read(in);
    }

    @Override
    public void serialize(WordClusters artifact, OutputStream out) throws IOException {
      Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
      for (Map.Entry<String, int[]> entry : new TreeMap<>(artifact.clusters).entrySet()) {
        int[] pair = entry.getValue();
        writer.write(entry.getKey() + "\t" + pair[0] + "\t" + pair[1] + "\n");
      }
      writer.flush();
    }
  }
}
