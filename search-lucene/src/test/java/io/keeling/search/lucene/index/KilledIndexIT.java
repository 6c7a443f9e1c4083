package io.keeling.search.lucene.index;

import static io.keeling.search.testing.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.search.Change;
import io.keeling.search.SearchSettings;
import io.keeling.search.Synonyms;
import io.keeling.search.language.ExpressionParser;
import io.keeling.search.language.Vocabulary;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process that writes an index, again and again: offsets and articles always agree. */
class KilledIndexIT {

  private static final int KILLS = 3;
  private static final LuceneSettings SETTINGS =
      LuceneSettings.of(
          new SearchSettings(new ExpressionParser(Vocabulary.ANY), Synonyms.read(null), List.of()));

  @TempDir Path directory;

  @Test
  void offsetsAndArticlesAgreeAfterEachKill() throws Exception {
    long before = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      writeUntilKilledAfter(kill);
      try (LuceneIndex index = LuceneIndex.open(directory, Clock.systemUTC(), SETTINGS)) {
        long offset = index.offsets().getOrDefault(0, 0L);
        assertThat(offset).as("kill %d", kill).isGreaterThan(before);
        assertThat(index.size()).as("kill %d", kill).isEqualTo(Math.toIntExact(offset));
        before = offset;
      }
    }
  }

  /** Kills it somewhere in the batches that follow so many commits. */
  private void writeUntilKilledAfter(int commits) throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                KilledIndexIT.class.getName(),
                directory.toString())
            .redirectErrorStream(true)
            .start();
    List<String> said = new ArrayList<>();
    try (BufferedReader lines = child.inputReader()) {
      int seen = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.add(line);
        if (line.startsWith("committed") && ++seen == commits) {
          break;
        }
      }
      child.destroyForcibly();
      assertThat(seen).as("%s", said).isEqualTo(commits);
    }
    assertThat(child.waitFor(1, TimeUnit.MINUTES)).isTrue();
  }

  /** Writes numbered articles until it is killed. */
  public static void main(String[] arguments) throws IOException {
    LuceneIndex index =
        LuceneIndex.open(Path.of(arguments[0]), Clock.systemUTC(), SETTINGS); // never closed
    long next = index.offsets().getOrDefault(0, 0L);
    for (int batch = 1; ; batch++) {
      List<Change> changes = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        changes.add(new Change.Put(article("n" + next++, "Title", "Words of it.").make()));
      }
      index.apply(changes, Map.of(0, next));
      if (batch % 5 == 0) {
        index.commit();
        System.out.println("committed " + next);
      }
    }
  }
}
