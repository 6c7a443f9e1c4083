package io.keeling.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.app.config.KeelingConfig;
import io.keeling.app.doctor.Finding.Verdict;
import io.keeling.app.role.RoleName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineQuestionsTest {

  @TempDir Path directory;

  @Test
  void stateThatHasNoDirectoryYetIsMadeWhereThereIsOne() throws Exception {
    Finding finding = MachineQuestions.directory("a.b", directory.resolve("ingest/deeper"));

    assertThat(finding.verdict()).isNotEqualTo(Verdict.FAIL);
    assertThat(finding.line()).startsWith("a.b: ").contains("GiB free of");
  }

  @Test
  void aFileInThePlaceOfADirectoryIsNamedWithItsSetting() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "");

    Finding finding = MachineQuestions.directory("a.b", file.resolve("ingest"));

    assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(finding.line()).contains("a.b", file.toString(), "set another directory");
  }

  @Test
  void aRoleIsAskedOnlyForWhatItNeeds() {
    KeelingConfig config = KeelingConfig.defaults();

    assertThat(new MachineQuestions(config, Set.of(RoleName.INGEST)).all())
        .extracting(Question::subject)
        .containsExactly("contact", "state");
    assertThat(new MachineQuestions(config, Set.of(RoleName.ENRICH)).all())
        .extracting(Question::subject)
        .containsExactly("state", "taxonomy", "models");
    assertThat(new MachineQuestions(config, Set.of(RoleName.FEEDS)).all())
        .extracting(Question::subject)
        .containsExactly("state");
    assertThat(new MachineQuestions(config, Set.of(RoleName.SINK)).all()).isEmpty();
  }

  @Test
  void modelsAreNotLoadedInAHeapThatTheyDoNotFit() {
    Finding finding = MachineQuestions.modelsLeftOut(48L << 20).orElseThrow();

    assertThat(finding.verdict()).isEqualTo(Verdict.OK);
    assertThat(finding.line()).startsWith("not loaded: ").contains("this command has 48");
    assertThat(MachineQuestions.modelsLeftOut(186L << 20)).isEmpty();
  }
}
