package io.keeling.sink.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CopyTextTest {

  @Test
  void separatesColumnsAndRows() {
    assertThat(text(new CopyText().column("a").column(1).endRow().column(true).endRow()))
        .isEqualTo("a\t1\ntrue\n");
  }

  @Test
  void tellsNullFromItsName() {
    assertThat(text(new CopyText().column((Object) null).column("\\N").column("").endRow()))
        .isEqualTo("\\N\t\\\\N\t\n");
  }

  @Test
  void escapesWhatSeparates() {
    assertThat(text(new CopyText().column("a\tb\nc\rd\\e\u00e9").endRow()))
        .isEqualTo("a\\tb\\nc\\rd\\\\e\u00e9\n");
    assertThat(text(new CopyText().column("{\n}".getBytes(StandardCharsets.UTF_8)).endRow()))
        .isEqualTo("{\\n}\n");
  }

  @Test
  void quotesTheElementsOfAnArray() {
    assertThat(text(new CopyText().column(List.of("a,b", "\"c\\", "", "NULL")).endRow()))
        .isEqualTo("{\"a,b\",\"\\\\\"c\\\\\\\\\",\"\",\"NULL\"}\n");
    assertThat(text(new CopyText().column(List.of()).endRow())).isEqualTo("{}\n");
  }

  @Test
  void growsBeyondItsFirstCapacityAndStartsAgain() {
    CopyText text = new CopyText();
    String large = "\\".repeat(100_000);
    assertThat(text(text.column(large).endRow())).isEqualTo(large + large + "\n");
    text.clear();
    assertThat(text(text.column("b").endRow())).isEqualTo("b\n");
  }

  private static String text(CopyText text) {
    return new String(text.bytes(), 0, text.length(), StandardCharsets.UTF_8);
  }
}
