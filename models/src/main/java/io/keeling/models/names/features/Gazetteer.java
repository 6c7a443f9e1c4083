package io.keeling.models.names.features;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import opennlp.tools.util.InvalidFormatException;
import opennlp.tools.util.model.ArtifactSerializer;
import opennlp.tools.util.model.SerializableArtifact;
import org.jspecify.annotations.Nullable;

/**
 * Known names with labels of what they may stand for. The labels are a hint to the model, which
 * decides by the context: "Jordan" is both a country and a first name.
 *
 * <p>File format: a line for each name, {@code words TAB label}, words separated by one space. A
 * label is one or more of the letters L (place), F (first name), D (of a country: "French"), O
 * (organisation).
 *
 * <p>Model files contain the names of this class and of its serializer, so neither can be renamed
 * without training again. Immutable and thread-safe.
 */
public final class Gazetteer implements SerializableArtifact {

  /**
   * Shortest word in capitals that may be a name in a headline, in letters. Shorter words in
   * capitals are acronyms.
   */
  private static final int SHORTEST_CAPITALS = 4;

  private final Map<String, String> labels;

  private final int longest;

  /**
   * Maximum number of words of a name, by its first word or the part of that word before a hyphen
   * or apostrophe. Most words do not begin a name.
   */
  private final Map<String, Integer> longestBy = new HashMap<>();

  private Gazetteer(Map<String, String> labels) {
    this.labels = labels;
    int words = 1;
    for (String name : labels.keySet()) {
      int spaces = 0;
      int marks = 0;
      for (int i = 0; i < name.length(); i++) {
        spaces += name.charAt(i) == ' ' ? 1 : 0;
        marks += name.charAt(i) == '-' ? 2 : name.charAt(i) == '\'' ? 1 : 0;
      }
      words = Math.max(words, spaces + 1);
      longestBy.merge(beginning(name), spaces + 1 + marks, Math::max);
    }
    this.longest = words;
  }

  /** Reads the file format described above; leaves the stream open. */
  public static Gazetteer read(InputStream in) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    Map<String, String> labels = new HashMap<>();
    // There are only a few dozen different labels, so each is kept once.
    Map<String, String> known = new HashMap<>();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      int tab = line.indexOf('\t');
      if (tab <= 0 || tab == line.length() - 1) {
        throw new InvalidFormatException("not a name with a label: " + line);
      }
      String label = line.substring(tab + 1);
      labels.put(line.substring(0, tab), known.computeIfAbsent(label, Function.identity()));
    }
    return new Gazetteer(labels);
  }

  /**
   * Returns a feature label for each word that begins or continues a known name, null for other
   * words. The longest name wins.
   */
  public @Nullable String[] labels(String[] words) {
    @Nullable String[] found = new String[words.length];
    int i = 0;
    while (i < words.length) {
      i += Math.max(1, mark(words, i, found));
    }
    return found;
  }

  /** Whether these words of a sentence, taken together, may be a known place. */
  public boolean isPlace(String[] words, int start, int end) {
    return start < end && hasLabel(words, start, end, 'L');
  }

  /** Whether these words of a sentence, taken together, may be a first name. */
  public boolean isFirstName(String[] words, int start, int end) {
    return start < end && hasLabel(words, start, end, 'F');
  }

  /**
   * Returns the end of the longest known organisation of several words that begins at a word and
   * has no other meaning; {@code start} if there is none. "Lloyd's" counts as two words.
   */
  public int endOfBody(String[] words, int start) {
    int most = longestBy.getOrDefault(beginning(words[start]), 0);
    int end = start;
    if (most < 2) {
      return end;
    }
    int spaces = 0;
    StringBuilder name = new StringBuilder(words[start]);
    for (int i = start + 1; i < Math.min(words.length, start + most); i++) {
      String word = words[i].replace('\u2019', '\'');
      if (!word.startsWith("'") && !word.equals("-") && !words[i - 1].equals("-")) {
        name.append(' ');
        spaces++;
      }
      name.append(word);
      if (spaces > 0 && "O".equals(labels.get(name.toString()))) {
        end = i + 1;
      }
    }
    return end;
  }

  private boolean hasLabel(String[] words, int start, int end, char wanted) {
    String label = end - start > longest ? null : labelOf(words, start, end - start);
    return label != null && label.indexOf(wanted) >= 0;
  }

  /** Marks the longest known name that begins at a word, and returns its length in words. */
  private int mark(String[] words, int start, @Nullable String[] found) {
    if (words[start].isEmpty() || !Character.isUpperCase(words[start].charAt(0))) {
      return 0;
    }
    int most = Math.min(longest, Math.min(longestBy(words[start]), words.length - start));
    for (int n = most; n >= 1; n--) {
      String label = labelOf(words, start, n);
      if (label != null) {
        String size = n > 1 ? "m" : "s";
        for (int i = 0; i < n; i++) {
          found[start + i] = (i == 0 ? "B" : "I") + size + label;
        }
        return n;
      }
    }
    return 0;
  }

  private int longestBy(String word) {
    int most = longestBy.getOrDefault(beginning(word), 0);
    return isCapitals(word)
        ? Math.max(most, longestBy.getOrDefault(beginning(titled(word)), 0))
        : most;
  }

  private static String beginning(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == ' ' || c == '-' || c == '\'') {
        return name.substring(0, i);
      }
    }
    return name;
  }

  private @Nullable String labelOf(String[] words, int start, int n) {
    String name = joined(words, start, n, UnaryOperator.identity());
    String label = labels.get(name);
    boolean headline =
        label == null
            && name.length() >= SHORTEST_CAPITALS
            && Arrays.stream(words, start, start + n).allMatch(Gazetteer::isCapitals);
    return headline ? labels.get(joined(words, start, n, Gazetteer::titled)) : label;
  }

  private static String joined(String[] words, int start, int n, UnaryOperator<String> form) {
    if (n == 1) {
      return form.apply(words[start]);
    }
    StringBuilder name = new StringBuilder();
    for (int i = start; i < start + n; i++) {
      if (i > start && !words[i].equals("-") && !words[i - 1].equals("-")) {
        name.append(' ');
      }
      name.append(form.apply(words[i]));
    }
    return name.toString();
  }

  private static boolean isCapitals(String word) {
    char last = word.charAt(word.length() - 1);
    // Checks the last letter first to avoid a copy, as nearly all words end in a lower-case letter.
    return (last < 'a' || last > 'z') && word.equals(word.toUpperCase(Locale.ROOT));
  }

  private static String titled(String word) {
    return word.substring(0, 1) + word.substring(1).toLowerCase(Locale.ROOT);
  }

  @Override
  public Class<?> getArtifactSerializerClass() {
    return Serializer.class;
  }

  /** Stores the names in a model. OpenNLP creates it by class name. */
  public static final class Serializer implements ArtifactSerializer<Gazetteer> {

    @Override
    public Gazetteer create(InputStream in) throws IOException {
      return read(in);
    }

    @Override
    public void serialize(Gazetteer artifact, OutputStream out) throws IOException {
      Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
      for (Map.Entry<String, String> entry : new TreeMap<>(artifact.labels).entrySet()) {
        writer.write(entry.getKey() + "\t" + entry.getValue() + "\n");
      }
      writer.flush();
    }
  }
}
