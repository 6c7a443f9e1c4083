package io.keeling.search.lucene.index;

import static io.keeling.search.testing.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keeling.search.Change;
import io.keeling.search.IndexDirectory.Opened;
import io.keeling.search.SearchSettings;
import io.keeling.search.Synonyms;
import io.keeling.search.language.ExpressionParser;
import io.keeling.search.language.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneDirectoryTest {

  private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");
  private static final LuceneSettings SETTINGS =
      LuceneSettings.of(
          new SearchSettings(new ExpressionParser(Vocabulary.ANY), Synonyms.read(null), List.of()));

  @TempDir Path path;

  @BeforeEach
  void makeAnIndexWithOneArticle() throws IOException {
    try (Opened opened = directory(NOW).open("")) {
      assertThat(opened.reason()).isEqualTo("there is none yet");
      assertThat(opened.follows("topic")).isTrue();
      store(opened, "one", 1);
      opened.caughtUp();
      assertThat(opened.reason()).isEmpty();
    }
  }

  @Test
  void whatIsThereIsGoneOnWith() throws IOException {
    try (Opened opened = directory(NOW).open("")) {
      assertThat(opened.reason()).isEmpty();
      assertThat(opened.index().size()).isEqualTo(1);
      assertThat(opened.index().offsets()).isEqualTo(Map.of(0, 1L));
      assertThat(opened.answering()).isSameAs(opened.index());
      assertThat(opened.follows("topic")).isTrue();
      assertThat(opened.follows("another")).isFalse();
    }
  }

  @Test
  void whenWordsAreCutOtherwiseTheOldOneAnswersUntilTheNewOneHasCaughtUp() throws IOException {
    rewrite(Map.of("keeling.analyzer", "0"));
    try (Opened opened = directory(NOW).open("")) {
      assertThat(opened.reason()).isEqualTo("the analysis of words has changed");
      assertThat(opened.index().size()).isZero();
      assertThat(opened.answering().size()).isEqualTo(1);
      opened.follows("topic");
      store(opened, "two", 1);
      opened.index().commit();
    }
    try (Opened opened = directory(NOW).open("")) { // a restart in between
      assertThat(opened.reason()).isEqualTo("it is not finished yet");
      assertThat(opened.answering()).isNotSameAs(opened.index());
      assertThat(opened.index().size()).isEqualTo(1);
      store(opened, "three", 2);
      opened.caughtUp();
      assertThat(opened.answering()).isSameAs(opened.index());
      assertThat(opened.answering().size()).isEqualTo(2);
    }
    assertThat(indexes()).containsExactly("index-2");
  }

  @Test
  void oneOfAnotherFormatDoesNotAnswer() throws IOException {
    rewrite(Map.of("keeling.format", "99"));
    try (Opened opened = directory(NOW).open("")) {
      assertThat(opened.reason()).isEqualTo("its format has changed");
      assertThat(opened.answering()).isSameAs(opened.index());
      assertThat(opened.index().size()).isZero();
    }
    assertThat(indexes()).containsExactly("index-2");
  }

  @Test
  void oneThatStoodStillForSoLongThatTombstonesAreGoneIsMadeAnew() throws IOException {
    try (Opened opened = directory(NOW.plus(Duration.ofDays(8))).open("")) {
      assertThat(opened.reason()).isEqualTo("it was not updated for too long");
      assertThat(opened.answering().size()).isEqualTo(1);
    }
  }

  @Test
  void aDamagedOneIsMadeAnew() throws IOException {
    for (String end : List.of(".si", "segments_")) {
      spoil(end);
      try (Opened opened = directory(NOW).open("")) {
        assertThat(opened.reason()).as(end).isEqualTo("it was damaged");
        assertThat(opened.index().size()).isZero();
        opened.follows("topic");
        store(opened, "again", 1);
        opened.caughtUp();
      }
    }
  }

  @Test
  void noTwoDesksShareOne() throws IOException {
    try (Opened opened = directory(NOW).open("")) {
      assertThatThrownBy(() -> directory(NOW).open("")).isInstanceOf(IOException.class);
      assertThat(opened.index().size()).isEqualTo(1);
    }
  }

  private LuceneDirectory directory(Instant now) {
    return new LuceneDirectory(path, SETTINGS, Clock.fixed(now, ZoneOffset.UTC));
  }

  private static void store(Opened opened, String id, long next) throws IOException {
    opened
        .index()
        .apply(List.of(new Change.Put(article(id, "Title", "Text.").make())), Map.of(0, next));
  }

  private void rewrite(Map<String, String> changed) throws IOException {
    try (FSDirectory files = FSDirectory.open(path.resolve("index-1"));
        IndexWriter writer = new IndexWriter(files, new IndexWriterConfig())) {
      Map<String, String> data = new HashMap<>();
      writer.getLiveCommitData().forEach(each -> data.put(each.getKey(), each.getValue()));
      data.putAll(changed);
      writer.setLiveCommitData(data.entrySet());
      writer.commit();
    }
  }

  private void spoil(String part) throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.filter(each -> each.toString().contains(part)).toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
  }

  private List<String> indexes() throws IOException {
    try (Stream<Path> paths = Files.list(path)) {
      return paths.map(each -> each.getFileName().toString()).toList();
    }
  }
}
