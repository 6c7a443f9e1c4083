package io.keeling.sink.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.sink.Servers;
import io.keeling.sink.TestDatabase;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(Servers.class)
class MigrationsIT {

  @Test
  void appliesEachMigrationOnce(TestDatabase database) {
    assertThat(Migrations.apply(database.config())).isPositive();
    assertThat(Migrations.apply(database.config())).isZero();
  }

  @Test
  void severalMayApplyThemAtOnce(TestDatabase database) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      Callable<Integer> migrate = () -> Migrations.apply(database.config());
      int applied = 0;
      for (Future<Integer> result : threads.invokeAll(List.of(migrate, migrate, migrate))) {
        applied += result.get();
      }
      assertThat(applied).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @ParameterizedTest(name = "{0}: {2} finds {1}")
  @CsvSource({
    "de, Die Küstenwälder, kustenwald, true",
    "de, Waldbrände, Waldbrand, true",
    "fr, Les énergies renouvelables, energie, true",
    "en, Wildfires are spreading, wildfire, true",
    "es, inundación, INUNDACION, true",
    "und, Çatalhöyük, catalhoyuk, true",
    "und, wildfires, wildfire, false",
    "sw, mafuriko makubwa, mafuriko, true"
  })
  void searchFoldsAccentsAndStemsWhereItKnowsTheLanguage(
      String language, String title, String query, boolean found, TestDatabase database) {
    Migrations.apply(database.config());
    assertThat(
            database.rows(
                "SELECT article_search(language_search_config(?), ?, NULL, '{}', '')"
                    + " @@ websearch_to_tsquery(language_search_config(?), ?)",
                language,
                title,
                language,
                query))
        .containsExactly(found ? "t" : "f");
  }
}
