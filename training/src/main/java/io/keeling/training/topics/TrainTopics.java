package io.keeling.training.topics;

import io.keeling.models.names.NameModel;
import io.keeling.models.names.features.WordClusters;
import io.keeling.models.topics.WordVectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Trains the topic model from the labelled corpus; see training/README.md for the command. */
public final class TrainTopics {

  private static final Logger LOG = LoggerFactory.getLogger(TrainTopics.class);

  private TrainTopics() {}

  /**
   * @param args the folder of our corpus, the folder of the marked texts, and the folder to write
   *     to
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 3) {
      throw new IllegalArgumentException("usage: CORPUS MARKED-TEXTS OUT");
    }
    Path out = Path.of(args[2]);
    // Before minutes of training that would be lost.
    Files.createDirectories(out);
    WordClusters clusters = NameModel.load().clusters();
    Path folder = Path.of(args[0]);
    List<TopicExample> examples =
        TopicCorpus.read(folder, TopicCorpus.sentences(folder, Path.of(args[1])))
            .examples(new TopicExamples());
    LOG.info("{} passages", examples.size());
    TopicTrainer trainer = new TopicTrainer(clusters, WordVectors.load());
    LOG.info("{}: {} bytes", out, trainer.train("trained", examples).write(out));
  }
}
