package io.keeling.training.names;

import io.keeling.models.lexical.LexicalTagger;
import io.keeling.models.lexical.NameKind;
import io.keeling.models.lexical.NameLexicon;
import io.keeling.models.lexical.SpanModel;
import io.keeling.models.names.EntityType;
import io.keeling.models.names.NameModel;
import io.keeling.training.corpus.LabelledNames;
import io.keeling.training.corpus.MarkedDocument;
import io.keeling.training.corpus.MarkedDocument.Place;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import opennlp.tools.ml.maxent.GISModel;
import opennlp.tools.ml.maxent.io.BinaryGISModelWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains the name model of other languages than English: {@code mvn -q -pl training compile
 * exec:java@train-languages -Dexec.args="ARTICLES OUT"}. With {@code folds} in place of {@code OUT}
 * it scores instead: the real articles in four parts, each tagged by a model that learnt from all
 * but this part. See training/README.md.
 */
public final class TrainLanguages {

  private static final Logger LOG = LoggerFactory.getLogger(TrainLanguages.class);

  private static final int FOLDS = 4;

  private TrainLanguages() {}

  /**
   * @param args the articles that {@code corpus/real/names.tsv} has labels for; the file to write,
   *     or {@code folds}
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException("usage: ARTICLES OUT|folds");
    }
    Path corpus = Path.of(System.getProperty("keeling.training.corpus", "training/corpus"));
    List<LabelledNames> real =
        LabelledNames.real(corpus.resolve("real/names.tsv"), Path.of(args[0])).stream()
            .filter(text -> NameLexicon.LANGUAGES.contains(text.language()))
            .toList();
    List<LabelledNames> own = new ArrayList<>(LabelledNames.own(corpus.resolve("web")));
    for (String language : NameLexicon.LANGUAGES.stream().sorted().toList()) {
      own.addAll(LabelledNames.opened(corpus.resolveSibling("eval"), language));
    }
    LOG.info("{} real articles, {} texts of ours", real.size(), own.size());
    SpanTrainer trainer = new SpanTrainer(NameModel.load());
    if (args[1].equals("folds")) {
      folds(real, own, trainer);
    } else {
      List<LabelledNames> all = new ArrayList<>(real);
      all.addAll(own);
      write(trainer.train(all), Path.of(args[1]));
    }
  }

  private static void folds(
      List<LabelledNames> real, List<LabelledNames> own, SpanTrainer trainer) {
    Map<String, Map<MarkedDocument, LexicalTagger>> taggers = new TreeMap<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      List<LabelledNames> learnt = new ArrayList<>(own);
      List<LabelledNames> apart = new ArrayList<>();
      for (int i = 0; i < real.size(); i++) {
        (i % FOLDS == fold ? apart : learnt).add(real.get(i));
      }
      SpanModel model = new SpanModel(trainer.train(learnt));
      Map<String, LexicalTagger> ofFold = new HashMap<>();
      for (LabelledNames text : apart) {
        taggers
            .computeIfAbsent(text.language(), l -> new LinkedHashMap<>())
            .put(
                document(text),
                ofFold.computeIfAbsent(text.language(), l -> trainer.tagger(l, model)));
      }
    }
    taggers.forEach(
        (language, documents) ->
            LOG.info(
                "{}, {} real articles\n{}",
                language,
                documents.size(),
                NameScoreCard.of(
                    List.copyOf(documents.keySet()),
                    document ->
                        Objects.requireNonNull(documents.get(document))
                            .tag(trainer.analyzer(language).analyze(document.text())))));
  }

  private static MarkedDocument document(LabelledNames text) {
    Map<Place, EntityType> names = new LinkedHashMap<>();
    text.names()
        .forEach(
            (place, kind) -> {
              if (kind != NameKind.OTHER) {
                names.put(place, EntityType.valueOf(kind.name()));
              }
            });
    return new MarkedDocument(text.text(), List.of(), names);
  }

  private static void write(GISModel model, Path out) throws IOException {
    try (OutputStream file = new GZIPOutputStream(Files.newOutputStream(out));
        DataOutputStream data = new DataOutputStream(new BufferedOutputStream(file))) {
      new BinaryGISModelWriter(model, data).persist();
    }
    LOG.info("{}: {} bytes", out, Files.size(out));
  }
}
