package io.keeling.bench.corenlp;

import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import io.keeling.models.names.NameModel;
import io.keeling.models.names.NameTagger;
import io.keeling.models.text.TextAnalyzer;
import io.keeling.training.corpus.MarkedDocument;
import io.keeling.training.names.NameScoreCard;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Consumer;

/**
 * Scores our name model and CoreNLP's 3-class model on the same marked words, and measures both,
 * and CoreNLP's default pipeline, on one thread. See bench/README.md.
 */
public final class CompareNames {

  /** Documents on which CoreNLP's whole pipeline is measured; it is too slow for all. */
  private static final int PIPELINE_DOCUMENTS = 20;

  private CompareNames() {}

  /**
   * @param args our model's file, then files of marked text that it has not learnt from
   */
  public static void main(String[] args) throws IOException {
    NameTagger ours = new NameTagger(NameModel.read(Path.of(args[0])));
    TextAnalyzer analyzer = TextAnalyzer.forLanguage("en");
    CoreNlpTagger theirs = new CoreNlpTagger();
    List<MarkedDocument> all = new ArrayList<>();
    double ourSum = 0;
    double ourTextSum = 0;
    double theirSum = 0;
    for (String file : List.of(args).subList(1, args.length)) {
      List<MarkedDocument> documents = MarkedDocument.read(Path.of(file));
      NameScoreCard our = NameScoreCard.of(documents, d -> ours.tag(d.sentences()));
      NameScoreCard ourText =
          NameScoreCard.of(documents, d -> ours.tag(analyzer.analyze(d.text())));
      NameScoreCard their = NameScoreCard.of(documents, d -> theirs.tag(d.sentences()));
      say(Path.of(file).getFileName() + "\n Keeling, words as marked\n" + our);
      say(" Keeling, words cut by its own analyzer\n" + ourText);
      say(" CoreNLP, words as marked\n" + their);
      ourSum += our.f1();
      ourTextSum += ourText.f1();
      theirSum += their.f1();
      all.addAll(documents);
    }
    int files = args.length - 1;
    say(
        String.format(
            Locale.ROOT,
            "mean F1: Keeling %.1f (from plain text %.1f), CoreNLP %.1f",
            100 * ourSum / files,
            100 * ourTextSum / files,
            100 * theirSum / files));
    speed("Keeling, names", all, d -> ours.tag(d.sentences()));
    speed("Keeling, sentences, words and names", all, d -> ours.tag(analyzer.analyze(d.text())));
    speed("CoreNLP, 3-class model", all, d -> theirs.tag(d.sentences()));
    Properties properties = new Properties();
    properties.setProperty("annotators", "tokenize,ssplit,pos,lemma,ner");
    StanfordCoreNLP pipeline = new StanfordCoreNLP(properties);
    speed(
        "CoreNLP, default pipeline to names",
        all.subList(0, Math.min(PIPELINE_DOCUMENTS, all.size())),
        d -> pipeline.process(d.text()));
  }

  private static void speed(
      String label, List<MarkedDocument> documents, Consumer<MarkedDocument> work) {
    long words =
        documents.stream()
            .flatMap(d -> d.sentences().stream())
            .mapToLong(s -> s.tokens().size())
            .sum();
    documents.forEach(work);
    documents.forEach(work);
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    documents.forEach(work);
    double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
    say(
        String.format(
            Locale.ROOT, "%s: %d words in a second of processor time", label, (long) (words / seconds)));
  }

  @SuppressWarnings("SystemOut") // a command's answer
  private static void say(String text) {
    System.out.println(text);
  }
}
