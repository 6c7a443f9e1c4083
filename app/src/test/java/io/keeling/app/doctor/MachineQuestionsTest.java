package io.keeling.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.app.config.ConfigLoader;
import io.keeling.app.config.KeelingConfig;
import io.keeling.app.doctor.Finding.Verdict;
import io.keeling.app.role.RoleName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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

    assertThat(new MachineQuestions(config, Set.of(RoleName.INGEST), true).all())
        .extracting(Question::subject)
        .containsExactly("contact", "state");
    assertThat(new MachineQuestions(config, Set.of(RoleName.ENRICH), true).all())
        .extracting(Question::subject)
        .containsExactly("state", "taxonomy", "models");
    assertThat(new MachineQuestions(config, Set.of(RoleName.DESK), true).all())
        .extracting(Question::subject)
        .containsExactly("state");
    assertThat(new MachineQuestions(config, Set.of(RoleName.SINK), true).all()).isEmpty();
  }

  @Test
  void aDirectoryThatIsNotThereIsOfARoleElsewhereUnlessTheRoleIsNamed() throws Exception {
    Path away = directory.resolve("away");
    KeelingConfig config =
        ConfigLoader.ofText("the test", "desk: {search: {directory: \"" + away + "\"}}", Map.of())
            .load();

    assertThat(state(config, false))
        .isEqualTo(
            Finding.ok("state", "desk.search.directory: not used here, " + away + " is not there"));
    assertThat(state(config, true).line()).contains("GiB free of");
    Files.createDirectory(away);
    assertThat(state(config, false).line()).contains("GiB free of");
  }

  private static Finding state(KeelingConfig config, boolean here) throws Exception {
    return new MachineQuestions(config, Set.of(RoleName.DESK), here)
        .all()
        .get(0)
        .answer()
        .call()
        .get(0);
  }

  @Test
  void aBusyMachineIsNoFailedTaxonomy() {
    assertThat(new MachineQuestions(KeelingConfig.defaults(), Set.of(RoleName.ENRICH), true).all())
        .filteredOn(question -> !question.subject().equals("state"))
        .extracting(question -> question.late().verdict())
        .containsExactly(Verdict.WARN, Verdict.WARN);
  }

  @Test
  void modelsAreNotLoadedInAHeapThatTheyDoNotFit() {
    Finding finding = MachineQuestions.modelsLeftOut(48L << 20).orElseThrow();

    assertThat(finding.verdict()).isEqualTo(Verdict.OK);
    assertThat(finding.line()).startsWith("not loaded: ").contains("this command has 48");
    assertThat(MachineQuestions.modelsLeftOut(186L << 20)).isEmpty();
  }
}
