package io.keeling.ingest.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.article.Article;
import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.FetchRequest;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken down does not come in again. */
class RemovalTest {

  @TempDir Path directory;

  private IngestDriver driver;

  @BeforeEach
  void start() {
    driver = new IngestDriver(directory);
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  private void read(String words) {
    FetchRequest request =
        new FetchRequest(
            "https://news.example/a", FetchPurpose.ARTICLE, "news", driver.now(), 1, null, null);
    driver.fetched(
        request,
        "<html lang=en><head><title>The lake falls</title></head><body><article>"
            + "<h1>The lake falls</h1>"
            + ("<p>" + words.repeat(4) + "</p>").repeat(5)
            + "</article></body></html>");
  }

  @Test
  void nothingOfAnArticleComesBehindItsRemoval() {
    read("The lake behind the dam has fallen by eleven metres since May. ");
    Article article = driver.found().get(0);

    driver.decide(article.id(), true);
    read("The lake behind the dam has fallen by twelve metres since May. ");
    read("The lake behind the dam has fallen by eleven metres since May. ");

    List<TestRecord<String, Article>> records = driver.foundRecords();
    assertThat(records).hasSize(1);
    assertThat(records.get(0).key()).isEqualTo(article.id());
    assertThat(records.get(0).value()).isNull();
    assertThat(HeaderValues.get(records.get(0).headers(), HeaderNames.REMOVAL))
        .isEqualTo("removed");
    assertThat(driver.meters().counter("keeling.ingest.articles", "result", "removed").count())
        .isEqualTo(2);
  }

  @Test
  void restoredItIsNewAgain() {
    read("The lake behind the dam has fallen by eleven metres since May. ");
    Article article = driver.found().get(0);

    driver.decide(article.id(), true);
    driver.decide(article.id(), false);
    read("The lake behind the dam has fallen by eleven metres since May. ");

    List<TestRecord<String, Article>> records = driver.foundRecords();
    assertThat(records).hasSize(3);
    assertThat(HeaderValues.get(records.get(1).headers(), HeaderNames.REMOVAL))
        .isEqualTo("restored");
    assertThat(records.get(2).value()).isEqualTo(article);
  }

  @Test
  void restoringWhatWasNeverRemovedForgetsNothing() {
    read("The lake behind the dam has fallen by eleven metres since May. ");
    Article article = driver.found().get(0);

    driver.decide(article.id(), false);
    read("The lake behind the dam has fallen by eleven metres since May. ");

    assertThat(driver.foundRecords()).hasSize(1);
  }
}
