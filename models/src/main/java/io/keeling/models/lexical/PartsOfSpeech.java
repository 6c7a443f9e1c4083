package io.keeling.models.lexical;

import io.keeling.models.files.ModelFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
import org.jspecify.annotations.Nullable;

/**
 * Tags words with their parts of speech. Only German has a model (OpenNLP's, trained on Universal
 * Dependencies): there, capitals do not tell proper names from nouns. In French a model made no
 * difference.
 *
 * <p><b>Not thread-safe: one for each thread.</b>
 */
public final class PartsOfSpeech {

  private static final String GERMAN = "opennlp-de-ud-gsd-pos-1.3-2.5.4";

  private final @Nullable POSTaggerME tagger;

  private PartsOfSpeech(@Nullable POSTaggerME tagger) {
    this.tagger = tagger;
  }

  /** Makes a tagger for a language, which gives nothing if the language has no model. */
  static PartsOfSpeech of(String language) {
    return new PartsOfSpeech(language.equals("de") ? new POSTaggerME(German.MODEL) : null);
  }

  /** Returns the names of the models in use. */
  List<String> models() {
    return tagger == null ? List.of() : List.of(GERMAN);
  }

  /**
   * Returns the part of speech of each unit of a sentence; empty without a model. Both parts of a
   * compound have that of the whole: it tells "Syrien-Einsatz" from "Jachmann-Willmer".
   */
  List<String> of(List<LexicalToken> units) {
    if (tagger == null) {
      return List.of();
    }
    List<String> words = new ArrayList<>();
    for (LexicalToken unit : units) {
      if (unit.tail() && !words.isEmpty()) {
        words.set(words.size() - 1, words.get(words.size() - 1) + unit.text());
      } else {
        words.add(unit.text());
      }
    }
    String[] tags = tagger.tag(words.toArray(String[]::new));
    List<String> speech = new ArrayList<>();
    int word = -1;
    for (LexicalToken unit : units) {
      word += unit.tail() && word >= 0 ? 0 : 1;
      speech.add(tags[word]);
    }
    return speech;
  }

  private static final class German {

    static final POSModel MODEL = load();

    private static POSModel load() {
      try {
        return new POSModel(ModelFile.inMemory(PartsOfSpeech.class, "/" + GERMAN + ".bin"));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot load " + GERMAN, e);
      }
    }
  }
}
