package io.keeling.models.text;

import io.keeling.models.files.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerModel;
import org.jspecify.annotations.Nullable;

/**
 * The sentence and token models of one language, trained on Universal Dependencies and published by
 * the OpenNLP project on Maven Central. Loaded once. Immutable and thread-safe.
 *
 * @param sentences null for languages that use Unicode's sentence rules
 * @param tokens null for languages that use our own word rules
 * @param names the names of the models or rules, for {@code enrichment.models}
 */
record TextModels(
    @Nullable SentenceModel sentences, @Nullable TokenizerModel tokens, List<String> names) {

  private static final String VERSION = "-1.3-2.5.4";

  private static final Map<String, String> SENTENCES =
      Map.of("en", "en-ud-ewt", "de", "de-ud-gsd", "fr", "fr-ud-gsd");

  private static final Map<String, String> TOKENS = Map.of("en", "en-ud-ewt", "de", "de-ud-gsd");

  private static final Map<String, TextModels> LOADED = new ConcurrentHashMap<>();

  private static final TextModels NONE = new TextModels(null, null, List.of("unicode-rules"));

  static TextModels of(String language) {
    return SENTENCES.containsKey(language)
        ? LOADED.computeIfAbsent(language, TextModels::load)
        : NONE;
  }

  private static TextModels load(String language) {
    String sentences = "opennlp-" + SENTENCES.get(language) + "-sentence" + VERSION;
    String corpus = TOKENS.get(language);
    String tokens = "opennlp-" + corpus + "-tokens" + VERSION;
    try {
      return new TextModels(
          new SentenceModel(open(sentences)),
          corpus == null ? null : new TokenizerModel(open(tokens)),
          corpus == null ? List.of(sentences, "unicode-rules") : List.of(sentences, tokens));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot load the text models of " + language, e);
    }
  }

  private static InputStream open(String name) throws IOException {
    return ModelFile.inMemory(TextModels.class, "/" + name + ".bin");
  }
}
