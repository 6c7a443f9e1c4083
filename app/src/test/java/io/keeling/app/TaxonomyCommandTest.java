package io.keeling.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an editor writes a taxonomy: takes a copy, changes it, checks it and tries it on a text. */
class TaxonomyCommandTest {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Keeling.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  @Test
  void topicsAreListedWithTheirNotes() {
    assertThat(run("taxonomy", "--notes")).isZero();

    assertThat(out.toString())
        .containsPattern("(?m)^solar-power +Solar power +Energy transition$")
        .containsPattern("(?m)^solar-power: .+")
        .contains("40 topics in 8 groups");
  }

  @Test
  void changedCopyTagsATextByItsOwnTerms() throws Exception {
    assertThat(run("taxonomy", "--yaml")).isZero();
    Path mine =
        Files.writeString(
            folder.resolve("mine.yaml"),
            out.toString().replaceFirst("terms: \\[solar", "terms: [zorblatt, solar"));
    Path text =
        Files.writeString(
            folder.resolve("texts.jsonl"),
            "{\"language\":\"en\",\"text\":\"The zorblatt on the roof was sold.\"}\n");

    assertThat(run("taxonomy", mine.toString())).isZero();
    assertThat(run("annotate", text.toString())).isZero();
    assertThat(out.toString()).doesNotContain("lexicon:zorblatt");
    assertThat(run("annotate", "--taxonomy", mine.toString(), text.toString())).isZero();
    assertThat(out.toString()).contains("lexicon:zorblatt");
  }

  @Test
  void mistakeIsNamedByItsPath() throws Exception {
    Path mine = Files.writeString(folder.resolve("mine.yaml"), "version: 0\n");

    assertThat(run("taxonomy", mine.toString())).isEqualTo(1);
    assertThat(err.toString())
        .startsWith("keeling: the taxonomy " + mine + " cannot be used.")
        .contains("  version: must be a number from 1 to 1000000");
    assertThat(run("annotate", "--taxonomy", folder.resolve("none.yaml").toString())).isEqualTo(1);
    assertThat(err.toString()).contains("  there is no such file");
  }
}
