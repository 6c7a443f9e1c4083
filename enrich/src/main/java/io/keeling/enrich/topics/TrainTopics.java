package io.keeling.enrich.topics;

import io.keeling.enrich.taxonomy.TaxonomyReader;
import io.keeling.models.names.NameModel;
import io.keeling.models.names.features.WordClusters;
import io.keeling.models.topics.WordVectors;
import io.keeling.models.training.LabelledParagraph;
import io.keeling.models.training.NewsArticle;
import io.keeling.models.training.TopicExample;
import io.keeling.models.training.TopicTrainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains the topic model from the committed corpus; see models/README.md for the command. It stands
 * here and not in models because the lexicon is one of the things that the model looks at.
 */
public final class TrainTopics {

  private static final Logger LOG = LoggerFactory.getLogger(TrainTopics.class);

  private TrainTopics() {}

  /**
   * @param args the folder of our corpus, with {@code topics} and {@code news} in it, and the
   *     folder to write to
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException("usage: CORPUS OUT");
    }
    WordClusters clusters = NameModel.load().clusters();
    Path corpus = Path.of(args[0]);
    List<TopicExample> examples = new ArrayList<>();
    TopicExamples maker = new TopicExamples(TaxonomyReader.builtIn());
    for (LabelledParagraph paragraph : LabelledParagraph.read(corpus.resolve("topics"))) {
      examples.add(maker.of(paragraph));
    }
    int paragraphs = examples.size();
    for (NewsArticle article : NewsArticle.read(corpus.resolve("news"))) {
      if (article.grade().equals("none")) {
        examples.addAll(maker.ofUnrelated(article));
      }
    }
    LOG.info("{} paragraphs, {} passages of news", paragraphs, examples.size() - paragraphs);
    Path out = Path.of(args[1]);
    TopicTrainer trainer = new TopicTrainer(clusters, WordVectors.load());
    LOG.info("{}: {} bytes", out, trainer.train("trained", examples).write(out));
  }
}
