package io.keeling.training.names;

import io.keeling.models.text.TextAnalyzer;
import io.keeling.training.corpus.CorpusMix;
import io.keeling.training.corpus.MarkedSentence;
import io.keeling.training.corpus.MarkedText;
import io.keeling.training.corpus.NewsArticle;
import io.keeling.training.corpus.Retokenizer;
import io.keeling.training.corpus.Variations;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import opennlp.tools.namefind.TokenNameFinderModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains the name model: {@code mvn -q -pl training compile exec:java@train-names
 * -Dexec.args="CORPORA OUT"}. See training/README.md.
 */
public final class TrainNames {

  private static final Logger LOG = LoggerFactory.getLogger(TrainNames.class);

  /**
   * Decides which sentences are varied. An arbitrary number: the year in which the Keeling curve
   * begins.
   */
  private static final long SEED = 1958;

  /** Our own marked news, learnt from unless it is left out by this name. */
  private static final String NEWS = "news";

  private TrainNames() {}

  /**
   * @param args folders of marked text apart by a comma; the file to write; then {@code
   *     --everything} to learn from the files kept apart for scoring too, and {@code --without
   *     FILE,FILE} to leave some out, {@code news} for our own
   */
  public static void main(String[] args) throws IOException {
    if (args.length < 2) {
      throw new IllegalArgumentException(
          "usage: FOLDER[,FOLDER] OUT [--everything] [--without FILE,FILE]");
    }
    List<String> options = List.of(args).subList(2, args.length);
    int without = options.indexOf("--without");
    Set<String> excluded = without < 0 ? Set.of() : Set.of(options.get(without + 1).split(","));
    List<Path> files =
        CorpusMix.standard()
            .trainingFiles(folders(args[0]), options.contains("--everything"), excluded);
    List<MarkedSentence> sentences = new ArrayList<>();
    Retokenizer retokenizer = new Retokenizer();
    for (Path file : files) {
      MarkedText.read(file).stream().map(retokenizer::retokenize).forEach(sentences::add);
    }
    if (!excluded.contains(NEWS)) {
      TextAnalyzer analyzer = TextAnalyzer.forLanguage("en");
      Path news = Path.of(System.getProperty("keeling.training.corpus", "training/corpus"), NEWS);
      NewsArticle.read(news).forEach(a -> sentences.addAll(a.sentences(analyzer)));
    }
    List<MarkedSentence> varied = new Variations(SEED).of(sentences);
    LOG.info(
        "{} sentences of {} files and our news, {} with variations",
        sentences.size(),
        files.size(),
        varied.size());
    Path data = Path.of(System.getProperty("keeling.training.data", "training/data"));
    TokenNameFinderModel model =
        new NameTrainer(data.resolve("word-clusters.tsv.gz"), data.resolve("gazetteer.tsv"))
            .train(varied);
    Path out = Path.of(args[1]);
    try (OutputStream stream = Files.newOutputStream(out)) {
      model.serialize(stream);
    }
    LOG.info("{}: {} bytes", out, Files.size(out));
  }

  static List<Path> folders(String list) {
    return List.of(list.split(",")).stream().map(Path::of).toList();
  }
}
