package io.keeling.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keeling.contract.digest.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which runs of a backup count. */
class BackupDirectoryTest {

  @TempDir Path parent;

  private Path root;

  @BeforeEach
  void write() throws IOException {
    root = parent.resolve("backup");
    writeRun(1);
    writeRun(2);
    writeRun(3);
  }

  private void writeRun(int run) throws IOException {
    try (BackupDirectory directory = BackupDirectory.forWriting(root.toString())) {
      List<Manifest> before = directory.runs();
      @Nullable String previous =
          before.isEmpty() ? null : directory.digest(before.get(before.size() - 1));
      try (RunWriter writer = directory.begin(run, 40)) {
        for (int offset = 0; offset < 3; offset++) {
          writer.write(
              new ConsumerRecord<>(
                  "t", 0, offset, new byte[0], "v".getBytes(StandardCharsets.UTF_8)));
        }
        directory.commit(
            new Manifest(
                1,
                run,
                Instant.EPOCH,
                "0.1.0",
                "cluster",
                previous,
                List.of(new TopicCut("t", "id", List.of(3L))),
                List.of(),
                writer.finish("t")));
      }
    }
  }

  @Test
  void aPlaceThatNobodyCanWriteToIsToldOnce() throws IOException {
    Path file = Files.writeString(parent.resolve("file"), "no directory");

    assertThatThrownBy(() -> BackupDirectory.forWriting(file.toString()))
        .isInstanceOf(BackupException.class)
        .hasMessage(
            "cannot write to %s. Check its owner and permissions, or name another directory.",
            file);
    assertThatThrownBy(() -> BackupDirectory.forWriting(file + "/backup"))
        .isInstanceOf(BackupException.class)
        .hasMessage(
            "cannot write to %s/backup: Not a directory. Check its owner and permissions, or name another directory.",
            file);
  }

  private List<Manifest> runs() throws IOException {
    try (BackupDirectory directory = BackupDirectory.forReading(root.toString())) {
      return directory.runs();
    }
  }

  @Test
  void runsFollowOnEachOtherAndLargeOnesHaveSeveralFiles() throws IOException {
    assertThat(runs()).extracting(Manifest::run).containsExactly(1, 2, 3);
    assertThat(runs().get(0).segments("t"))
        .extracting(BackupSegment::file)
        .containsExactly(
            "000001/t-0-001.jsonl.gz", "000001/t-0-002.jsonl.gz", "000001/t-0-003.jsonl.gz");
    assertThat(Files.readString(root.resolve("000001/SHA256SUMS")).lines())
        .hasSize(4)
        .allMatch(line -> line.matches("[0-9a-f]{64}  (manifest.json|t-0-00[123].jsonl.gz)"));
  }

  @Test
  void oneWithoutItsLastFileDoesNotCount() throws IOException {
    Files.delete(root.resolve("000003/SHA256SUMS"));

    assertThat(runs()).extracting(Manifest::run).containsExactly(1, 2);
    writeRun(3);
    assertThat(runs()).hasSize(3);
  }

  @Test
  void aMissingOrChangedManifestIsRefused() throws IOException {
    Files.delete(root.resolve("000002/SHA256SUMS"));
    assertThatThrownBy(this::runs)
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("does not follow the run before it");

    Path manifest = root.resolve("000001/manifest.json");
    Files.writeString(manifest, Files.readString(manifest).replace("cluster", "another"));
    assertThatThrownBy(this::runs)
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("is damaged");
  }

  @Test
  void anExchangedRunIsRefused() throws IOException {
    Path manifest = root.resolve("000001/manifest.json");
    Path sums = root.resolve("000001/SHA256SUMS");
    String before = Sha256.hex(Files.readAllBytes(manifest));
    Files.writeString(manifest, Files.readString(manifest).replace("cluster", "another"));
    Files.writeString(
        sums, Files.readString(sums).replace(before, Sha256.hex(Files.readAllBytes(manifest))));

    assertThatThrownBy(this::runs)
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("000002")
        .hasMessageContaining("does not follow");
  }

  @Test
  void aFormatOfALaterReleaseIsRefused() throws IOException {
    Path manifest = root.resolve("000001/manifest.json");
    Path sums = root.resolve("000001/SHA256SUMS");
    String before = Sha256.hex(Files.readAllBytes(manifest));
    Files.writeString(
        manifest, Files.readString(manifest).replace("\"format\" : 1", "\"format\" : 2"));
    Files.writeString(
        sums, Files.readString(sums).replace(before, Sha256.hex(Files.readAllBytes(manifest))));

    assertThatThrownBy(this::runs)
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("in a format that this release does not read");
  }

  @Test
  void oneProcessWritesAtATime() throws IOException {
    try (BackupDirectory first = BackupDirectory.forWriting(root.toString())) {
      assertThat(first.runs()).hasSize(3);
      assertThatThrownBy(() -> BackupDirectory.forWriting(root.toString()))
          .isInstanceOf(BackupException.class)
          .hasMessageContaining("another keeling backup is writing");
    }
  }

  @Test
  void aFileBesidesTheDirectoryIsNotReached() throws IOException {
    Files.writeString(parent.resolve("outside"), "");
    try (BackupDirectory directory = BackupDirectory.forReading(root.toString())) {
      assertThatThrownBy(() -> directory.file(new BackupSegment("../outside", "t", 0, 1, 1, "")))
          .isInstanceOf(BackupException.class)
          .hasMessageContaining("is missing");
    }
  }
}
