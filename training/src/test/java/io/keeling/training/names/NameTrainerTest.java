package io.keeling.training.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.training.corpus.MarkedText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NameTrainerTest {

  @TempDir Path folder;

  @Test
  void aModelLearntFromMarkedTextFindsTheNamesAgainAfterBeingStored() throws IOException {
    Path clusters = folder.resolve("clusters.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(clusters))) {
      out.write(
          "lima\t1\t2\noslo\t1\t2\nrain\t3\t4\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    Path gazetteer = Files.writeString(folder.resolve("gazetteer.tsv"), "Lima\tL\nOslo\tL\n");
    Path corpus = folder.resolve("corpus.tsv");
    Files.writeString(
        corpus,
        "It\tO\nrains\tO\nin\tO\nOslo\tB-LOC\n.\tO\n\nAnna\tB-PER\nBerg\tI-PER\nsang\tO\n.\tO\n\n"
            .repeat(30));

    TokenNameFinderModel model =
        new NameTrainer(clusters, gazetteer).train(MarkedText.read(corpus));
    ByteArrayOutputStream stored = new ByteArrayOutputStream();
    model.serialize(stored);
    NameFinderME finder =
        new NameFinderME(new TokenNameFinderModel(new ByteArrayInputStream(stored.toByteArray())));

    assertThat(finder.find(new String[] {"It", "rains", "in", "Lima", "."}))
        .containsExactly(new Span(3, 4, "LOCATION"));
    assertThat(finder.find(new String[] {"Anna", "Berg", "sang", "."}))
        .containsExactly(new Span(0, 2, "PERSON"));
  }
}
