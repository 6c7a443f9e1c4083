package io.keeling.desk.articles.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellTest {

  private static final String FORMULA = "HYPERLINK(0)";

  /** What spreadsheets take for the end of a cell, where it is not the comma of the file. */
  private static final Pattern ENDS = Pattern.compile("[;\t\r\n]");

  private static final Pattern UNSEEN = Pattern.compile("^[\\s\\p{Z}\\p{Cf}\\p{Cc}\"]+");

  static Stream<String> signs() {
    return Stream.of("=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫");
  }

  @ParameterizedTest
  @MethodSource("signs")
  void nothingThatASpreadsheetReadsAsACellBeginsAFormula(String sign) {
    List<String> before =
        List.of(
            "",
            " ",
            "\t",
            "\r",
            "\n",
            "\r\n",
            "\"",
            "\"\"",
            " \" ",
            "\u00A0",
            "\u3000",
            "\u200B",
            "\uFEFF",
            "\u2060",
            "\u00AD",
            "\u200E",
            "\u0000",
            "\u0085",
            "\u2028",
            " \uFEFF\u00A0\"",
            "x;",
            "x; ",
            "x;\"",
            "x;\uFEFF\u00A0 ",
            "x\t",
            "x\n\n",
            "x\r\n ",
            "x, y; z;;");
    for (String lead : before) {
      String cell = CsvCell.of(lead + sign + FORMULA);
      for (String read : cells(cell)) {
        String seen = UNSEEN.matcher(read).replaceFirst("");
        assertThat(seen).as(lead + sign).doesNotStartWith(sign);
      }
    }
  }

  /** As the comma's spreadsheet reads it, and as others that end cells elsewhere do. */
  private static List<String> cells(String written) {
    String whole =
        written.startsWith("\"")
            ? written.substring(1, written.length() - 1).replace("\"\"", "\"")
            : written;
    return Stream.concat(Stream.of(whole), Arrays.stream(ENDS.split("a," + written))).toList();
  }

  @Test
  void theApostropheStandsBeforeWhatBegins() {
    assertThat(CsvCell.of("=1+1")).isEqualTo("'=1+1");
    assertThat(CsvCell.of("x;=HYPERLINK(0)")).isEqualTo("x;'=HYPERLINK(0)");
    assertThat(CsvCell.of(" =1")).isEqualTo("' =1");
    assertThat(CsvCell.of("\t=1")).isEqualTo("'\t'=1");
    assertThat(CsvCell.of("\tWords")).isEqualTo("'\tWords");
    assertThat(CsvCell.of("x;\"=1\"")).isEqualTo("\"x;'\"\"=1\"\"\"");
  }

  @Test
  void eachValueOfAListIsATextOfItsOwn() {
    assertThat(CsvCell.of(List.of("Ida", "=1", " @x"))).isEqualTo("Ida; '=1; ' @x");
    assertThat(CsvCell.of(List.of("Ida, Jo", "x;-1"))).isEqualTo("\"Ida, Jo; x;'-1\"");
    assertThat(CsvCell.of(List.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Words",
        "1.5-degree goal - what is left",
        "a@b.example",
        "A; B",
        "https://x.example/?a=1;b=2",
        "'=1",
        "x;\u2212 1"
      })
  void whatBeginsNoFormulaStaysAsItIs(String text) {
    assertThat(CsvCell.of(text)).isEqualTo(text);
  }

  @Test
  void numbersAndMomentsAreNoTexts() {
    assertThat(CsvCell.of(-0.5)).isEqualTo("-0.5");
    assertThat(CsvCell.of(true)).isEqualTo("true");
    assertThat(CsvCell.of(Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00Z");
    assertThat(CsvCell.of(null)).isEmpty();
  }
}
