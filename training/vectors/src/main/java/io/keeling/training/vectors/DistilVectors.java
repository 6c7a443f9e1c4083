package io.keeling.training.vectors;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import io.keeling.models.topics.WordVectors;
import io.keeling.training.corpus.LabelledParagraph;
import io.keeling.training.corpus.NewsArticle;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes {@code word-vectors-en.bin}: reads each word of a vocabulary by itself with the sentence
 * transformer bge-small-en-v1.5, keeps the directions in which our paragraphs differ most, and
 * weighs each word by how rare it is (the recipe of Model2Vec: S. Tulkens and T. van Dongen, 2024).
 */
public final class DistilVectors {

  private static final Logger LOG = LoggerFactory.getLogger(DistilVectors.class);

  /** How many directions are kept; docs/studies/how-topic-weights-are-learnt.md has more. */
  private static final int DIMENSIONS = 128;

  /** One in so many paragraphs is read to find the directions, as the transformer is slow. */
  private static final int EVERY = 3;

  /** Texts that the transformer reads at once: they are held in memory together. */
  private static final int BATCH = 256;

  private final EmbeddingModel transformer = new BgeSmallEnV15QuantizedEmbeddingModel();

  private DistilVectors() {}

  /**
   * @param args our corpus, with {@code topics} and {@code news} in it; the list of frequent words,
   *     {@code training/data/word-clusters.tsv.gz}; the file to write
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 3) {
      throw new IllegalArgumentException("usage: CORPUS WORDS OUT");
    }
    WordVectors vectors = new DistilVectors().distil(Path.of(args[0]), Path.of(args[1]));
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[2])))) {
      vectors.write(out);
    }
    LOG.info("{}: {} bytes", args[2], Files.size(Path.of(args[2])));
  }

  private WordVectors distil(Path corpus, Path list) throws IOException {
    List<String> paragraphs =
        LabelledParagraph.read(corpus.resolve("topics")).stream()
            .map(LabelledParagraph::text)
            .toList();
    List<String> texts = new ArrayList<>(paragraphs);
    NewsArticle.read(corpus.resolve("news")).forEach(a -> texts.add(a.title() + "\n" + a.text()));
    Vocabulary vocabulary = Vocabulary.read(list);
    List<String> words = vocabulary.words(texts);
    List<String> some =
        IntStream.range(0, paragraphs.size())
            .filter(i -> i % EVERY == 0)
            .mapToObj(paragraphs::get)
            .toList();
    PrincipalComponents components = new PrincipalComponents(embed(some), DIMENSIONS);
    List<float[]> embedded = embed(words);
    double[] mean = PrincipalComponents.mean(embedded);
    Map<String, float[]> vectors = new HashMap<>();
    for (int w = 0; w < words.size(); w++) {
      double[] centred = new double[mean.length];
      for (int i = 0; i < mean.length; i++) {
        centred[i] = (embedded.get(w)[i] - mean[i]) * vocabulary.weight(words.get(w));
      }
      double[] along = components.along(centred);
      float[] vector = new float[along.length];
      for (int i = 0; i < vector.length; i++) {
        vector[i] = (float) along[i];
      }
      vectors.put(words.get(w), vector);
    }
    return WordVectors.of(vectors);
  }

  private List<float[]> embed(List<String> texts) {
    List<float[]> vectors = new ArrayList<>();
    for (int first = 0; first < texts.size(); first += BATCH) {
      List<TextSegment> batch =
          texts.subList(first, Math.min(texts.size(), first + BATCH)).stream()
              .map(TextSegment::from)
              .toList();
      transformer.embedAll(batch).content().forEach(e -> vectors.add(e.vector()));
      LOG.info("{} of {}", vectors.size(), texts.size());
    }
    return vectors;
  }
}
