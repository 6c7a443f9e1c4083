package io.keeling.desk.articles.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {

  private static final Path DOCUMENT = Path.of("..", "docs", "consumers.md");
  private static final String BEGIN = "| column | type | what it is |";

  private final Columns columns = new Columns("https://desk.example");

  /** Written by {@code -Dkeeling.docs.write=true}. */
  @Test
  void everyColumnIsDocumented() throws IOException {
    String document = Files.readString(DOCUMENT);
    int begin = document.indexOf(BEGIN);
    int end = document.indexOf("\n\n", begin);
    if (Boolean.getBoolean("keeling.docs.write")) {
      document = document.substring(0, begin) + table() + document.substring(end);
      Files.writeString(DOCUMENT, document);
      end = document.indexOf("\n\n", begin);
    }
    assertThat(document.substring(begin, end)).isEqualTo(table());
  }

  /** Others build on them: a change of these lines is a change of what they rely on. */
  @Test
  void columnsOfTheFirstReleaseStandWhereTheyStood() {
    assertThat(columns.table().stream().map(Column::name).limit(18))
        .containsExactly(
            "id",
            "version",
            "title",
            "source",
            "domain",
            "url",
            "published",
            "fetched",
            "language",
            "authors",
            "climate",
            "climate_score",
            "topics",
            "mentioned_topics",
            "names",
            "countries",
            "story",
            "free");
  }

  private String table() {
    StringBuilder table = new StringBuilder(BEGIN).append("\n|---|---|---|");
    List<Column> listed = columns.whole();
    for (Column column : listed) {
      table
          .append("\n| `")
          .append(column.name())
          .append("` | ")
          .append(column.type().words())
          .append(columns.table().contains(column) ? "" : ", in Parquet alone")
          .append(" | ")
          .append(column.meaning())
          .append(" |");
    }
    return table.toString();
  }
}
