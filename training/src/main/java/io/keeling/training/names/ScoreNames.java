package io.keeling.training.names;

import io.keeling.models.names.NameModel;
import io.keeling.models.names.NameTagger;
import io.keeling.models.text.Sentence;
import io.keeling.models.text.TextAnalyzer;
import io.keeling.training.corpus.CorpusMix;
import io.keeling.training.corpus.MarkedDocument;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the score card of a name model on marked text kept apart: {@code mvn -q -pl training
 * compile exec:java@score-names -Dexec.args="CORPORA MODEL"}. A name counts when its span and its
 * type are exactly as marked. The text goes the whole way, from plain text through our own
 * sentences and words.
 */
public final class ScoreNames {

  private static final Logger LOG = LoggerFactory.getLogger(ScoreNames.class);

  /** Rounds before the one that is timed, in which the JIT compiler does most of its work. */
  private static final int WARM_UP_ROUNDS = 3;

  private final TextAnalyzer analyzer = TextAnalyzer.forLanguage("en");
  private final NameTagger tagger;

  private ScoreNames(NameModel model) {
    this.tagger = new NameTagger(model);
  }

  /**
   * @param args folders of marked text apart by a comma; the model's file, {@code -} for the one
   *     that ships
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException("usage: FOLDER[,FOLDER] MODEL");
    }
    NameModel model = args[1].equals("-") ? NameModel.load() : NameModel.read(Path.of(args[1]));
    ScoreNames scores = new ScoreNames(model);
    double sum = 0;
    List<MarkedDocument> all = new ArrayList<>();
    List<Path> files = CorpusMix.standard().scoringFiles(TrainNames.folders(args[0]));
    for (Path file : files) {
      List<MarkedDocument> documents = MarkedDocument.read(file);
      all.addAll(documents);
      NameScoreCard card =
          NameScoreCard.of(documents, d -> scores.tagger.tag(scores.analyzer.analyze(d.text())));
      LOG.info("{}\n{}", file.getFileName(), card);
      sum += card.f1();
    }
    LOG.info("mean F1 {}", String.format(Locale.ROOT, "%.1f", 100 * sum / files.size()));
    scores.speed(all);
  }

  private void speed(List<MarkedDocument> documents) {
    List<List<Sentence>> analyzed =
        documents.stream().map(document -> analyzer.analyze(document.text())).toList();
    long words = analyzed.stream().flatMap(List::stream).mapToLong(s -> s.tokens().size()).sum();
    for (int i = 0; i < WARM_UP_ROUNDS; i++) {
      analyzed.forEach(tagger::tag);
    }
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    analyzed.forEach(tagger::tag);
    double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
    LOG.info(
        "{} words in a second of processor time, one warm thread", Math.round(words / seconds));
  }
}
