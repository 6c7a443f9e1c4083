package io.keeling.models.names.features;

import io.keeling.models.files.SortedLines;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import opennlp.tools.util.InvalidFormatException;
import opennlp.tools.util.model.ArtifactSerializer;
import opennlp.tools.util.model.SerializableArtifact;
import org.jspecify.annotations.Nullable;

/**
 * Clusters of words that are used alike: each word's cluster in a coarse and in a fine division of
 * the vocabulary. With them, the model treats unknown words like similar known words.
 *
 * <p>File format: a line for each word, {@code word TAB coarse TAB fine}, words in lower case and
 * each only once. OpenNLP has such a dictionary, but its serializer (2.5.9) closes the model file
 * while writing.
 *
 * <p>Immutable and thread-safe.
 */
public final class WordClusters implements SerializableArtifact {

  private static final String DAMAGED = "not words with two clusters each, a line feed behind each";

  /** Maximum number of digits of a cluster's number: any such number fits an {@code int}. */
  private static final int DIGITS = 9;

  private final SortedLines lines;
  private final int coarse;

  private WordClusters(SortedLines lines, int coarse) {
    this.lines = lines;
    this.coarse = coarse;
  }

  /** Returns the number of coarse clusters, which are numbered from 0. */
  int coarse() {
    return coarse;
  }

  /** Reads the file format described above; leaves the stream open. */
  public static WordClusters read(InputStream in) throws IOException {
    byte[] file = in.readAllBytes();
    int coarse = countCoarse(file);
    return new WordClusters(SortedLines.sorting(file), coarse);
  }

  private static int countCoarse(byte[] file) throws InvalidFormatException {
    int count = 0;
    int line = 0;
    while (line < file.length) {
      int end = indexOf('\n', file, line + 1, file.length);
      int first = indexOf('\t', file, line + 1, end);
      int second = indexOf('\t', file, first + 1, end);
      number(file, second + 1, end);
      count = Math.max(count, number(file, first + 1, second) + 1);
      line = end + 1;
    }
    return count;
  }

  private static int indexOf(char wanted, byte[] file, int from, int end)
      throws InvalidFormatException {
    for (int at = from; at < end; at++) {
      if (file[at] == wanted) {
        return at;
      }
    }
    throw new InvalidFormatException(DAMAGED);
  }

  private static int number(byte[] file, int start, int end) throws InvalidFormatException {
    if (start == end || end - start > DIGITS) {
      throw new InvalidFormatException(DAMAGED);
    }
    int number = 0;
    for (int at = start; at < end; at++) {
      int digit = file[at] - '0';
      if (digit < 0 || digit > 9) {
        throw new InvalidFormatException(DAMAGED);
      }
      number = 10 * number + digit;
    }
    return number;
  }

  /** Returns the coarse and fine cluster of a word, or of the part after its last hyphen. */
  public int @Nullable [] of(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    int[] found = pair(lower);
    int hyphen = found == null ? lower.lastIndexOf('-') : -1;
    return hyphen > 0 && hyphen < lower.length() - 1 ? pair(lower.substring(hyphen + 1)) : found;
  }

  private int @Nullable [] pair(String word) {
    List<String> found = lines.beginningWith(word + "\t");
    if (found.isEmpty() || word.indexOf('\t') >= 0) {
      return null;
    }
    String line = found.get(0);
    int second = line.lastIndexOf('\t');
    return new int[] {
      Integer.parseInt(line, word.length() + 1, second, 10),
      Integer.parseInt(line, second + 1, line.length(), 10)
    };
  }

  @Override
  public Class<?> getArtifactSerializerClass() {
    return Serializer.class;
  }

  /** Stores the clusters in a model. OpenNLP creates it by class name. */
  public static final class Serializer implements ArtifactSerializer<WordClusters> {

    @Override
    public WordClusters create(InputStream in) throws IOException {
      return read(in);
    }

    @Override
    public void serialize(WordClusters artifact, OutputStream out) throws IOException {
      artifact.lines.write(out);
    }
  }
}
