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
import java.util.Map;
import java.util.TreeMap;
import opennlp.tools.util.InvalidFormatException;
import opennlp.tools.util.model.ArtifactSerializer;
import opennlp.tools.util.model.SerializableArtifact;
import org.jspecify.annotations.Nullable;

/**
 * Known names with what they may stand for. A hint to the model, which decides by the context:
 * "Jordan" is both a country and a first name.
 *
 * <p>File: a line for each name, {@code words TAB label}, words apart by one space; a label is one
 * or more of the letters L (place), F (first name), D (of a country: "French"), O (organisation).
 *
 * <p>Immutable and safe to share between threads.
 */
public final class Gazetteer implements SerializableArtifact {

  private final Map<String, String> labels;
  private final int longest;

  private Gazetteer(Map<String, String> labels) {
    this.labels = labels;
    int words = 1;
    for (String name : labels.keySet()) {
      words = Math.max(words, name.split(" ").length);
    }
    this.longest = words;
  }

  /** Reads the file described above; leaves the stream open. */
  public static Gazetteer read(InputStream in) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    Map<String, String> labels = new HashMap<>();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      int tab = line.indexOf('\t');
      if (tab <= 0 || tab == line.length() - 1) {
        throw new InvalidFormatException("not a name with a label: " + line);
      }
      labels.put(line.substring(0, tab), line.substring(tab + 1).intern());
    }
    return new Gazetteer(labels);
  }

  /** What a name, its words apart by one space, may stand for. */
  @Nullable String of(String name) {
    return labels.get(name);
  }

  /** Most words in a name. */
  int longest() {
    return longest;
  }

  @Override
  public Class<?> getArtifactSerializerClass() {
    return Serializer.class;
  }

  /** Stores the names in a model; made by OpenNLP by name. */
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
