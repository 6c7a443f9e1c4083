package io.keeling.models.topics;

import io.keeling.models.files.ModelFile;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Vectors for the meaning of English words. Words that are used alike have vectors of similar
 * direction. They are static vectors distilled from a sentence transformer. Each vector is already
 * weighted by the word's rarity (smooth inverse frequency: S. Arora, Y. Liang and T. Ma, "A simple
 * but tough-to-beat baseline for sentence embeddings", ICLR 2017), so that the sum over a passage
 * points in about the direction of the transformer's vector. training/README.md says how the
 * vectors were made.
 *
 * <p>Immutable and thread-safe.
 */
public final class WordVectors {

  private static final String RESOURCE = "word-vectors-en.bin";

  /** Maximum number of words read, so that a damaged file cannot exhaust memory. */
  private static final int MOST_WORDS = 200_000;

  /** Maximum number of dimensions read, so that a damaged file cannot exhaust memory. */
  private static final int MOST_DIMENSIONS = 1024;

  private static final Pattern JOINTS = Pattern.compile("[-\u2013/]");
  private static final Pattern GENITIVE = Pattern.compile("['\u2019]s?$");

  private final int dimensions;
  private final Map<String, Integer> words;
  private final float[] scales;
  private final byte[] values;

  private WordVectors(int dimensions, Map<String, Integer> words, float[] scales, byte[] values) {
    this.dimensions = dimensions;
    this.words = words;
    this.scales = scales;
    this.values = values;
  }

  /**
   * Creates vectors in memory, each rounded to 255 steps of its largest value.
   *
   * @param vectors by word in lower case; all have the same length
   */
  public static WordVectors of(Map<String, float[]> vectors) {
    int dimensions = vectors.values().stream().mapToInt(v -> v.length).max().orElse(0);
    Map<String, Integer> words = new HashMap<>();
    float[] scales = new float[vectors.size()];
    byte[] values = new byte[vectors.size() * dimensions];
    for (Map.Entry<String, float[]> entry : new TreeMap<>(vectors).entrySet()) {
      int at = words.size();
      words.put(entry.getKey(), at);
      float most = 0;
      for (float value : entry.getValue()) {
        most = Math.max(most, Math.abs(value));
      }
      scales[at] = most / Byte.MAX_VALUE;
      for (int d = 0; d < dimensions && most > 0; d++) {
        values[at * dimensions + d] = (byte) Math.round(entry.getValue()[d] / scales[at]);
      }
    }
    return new WordVectors(dimensions, words, scales, values);
  }

  /**
   * Loads the vectors from the class path.
   *
   * @throws UncheckedIOException if they are damaged
   */
  public static WordVectors load() {
    try (InputStream in = ModelFile.open(WordVectors.class, RESOURCE)) {
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot load " + RESOURCE, e);
    }
  }

  static WordVectors read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(stream, 1 << 16));
    int count = in.readInt();
    int dimensions = in.readInt();
    if (count < 0 || count > MOST_WORDS || dimensions < 0 || dimensions > MOST_DIMENSIONS) {
      throw new IOException("not word vectors: " + count + " of " + dimensions + " dimensions");
    }
    Map<String, Integer> words = new HashMap<>(count * 2);
    float[] scales = new float[count];
    for (int i = 0; i < count; i++) {
      words.put(in.readUTF(), i);
      scales[i] = in.readFloat();
    }
    byte[] values = new byte[count * dimensions];
    in.readFully(values);
    return new WordVectors(dimensions, words, scales, values);
  }

  /** Writes the words in order, each with its step size, then all values. */
  public void write(OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    out.writeInt(words.size());
    out.writeInt(dimensions);
    for (Map.Entry<String, Integer> entry : new TreeMap<>(words).entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeFloat(scales[entry.getValue()]);
    }
    out.write(values);
    out.flush();
  }

  /** Returns the number of dimensions of each vector. */
  public int dimensions() {
    return dimensions;
  }

  /**
   * Returns the parts of a word to be looked up: in lower case, without a genitive's ending and
   * split at hyphens.
   */
  public static List<String> parts(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (isLetters(lower)) {
      // Shortcut for nearly all words: the regular expressions below would take most of the time.
      return List.of(lower);
    }
    lower = GENITIVE.matcher(lower).replaceFirst("");
    List<String> parts = new ArrayList<>(1);
    for (String part : JOINTS.split(lower)) {
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    return parts;
  }

  private static boolean isLetters(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!Character.isLetter(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Returns the indices of the vectors of a word: one for each known part. */
  int[] rows(String word) {
    return parts(word).stream()
        .map(words::get)
        .filter(Objects::nonNull)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Adds a word's vectors to a sum; an unknown word adds nothing. */
  void add(String word, double[] sum) {
    add(rows(word), sum);
  }

  void add(int[] rows, double[] sum) {
    for (int row : rows) {
      int first = row * dimensions;
      float scale = scales[row];
      for (int d = 0; d < dimensions; d++) {
        sum[d] += scale * values[first + d];
      }
    }
  }

  /** Returns the direction of a passage: of length 1, or all 0 if no word is known. */
  public double[] direction(Iterable<String> passage) {
    double[] sum = new double[dimensions];
    passage.forEach(word -> add(word, sum));
    normalize(sum);
    return sum;
  }

  /** Scales a vector to length 1, unless its length is 0. */
  static void normalize(double[] vector) {
    double length = length(vector);
    for (int d = 0; d < vector.length && length > 0; d++) {
      vector[d] /= length;
    }
  }

  static double length(double[] vector) {
    double squares = 0;
    for (double value : vector) {
      squares += value * value;
    }
    return Math.sqrt(squares);
  }
}
