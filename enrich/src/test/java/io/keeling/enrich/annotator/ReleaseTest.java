package io.keeling.enrich.annotator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Articles of one version of the annotator are tagged alike, so whatever is tagged by must not
 * change under a version. Code that changes tags is for its author to notice.
 */
class ReleaseTest {

  private static final List<Path> TAGGED_BY =
      List.of(
          Path.of("../models/src/main/resources"),
          Path.of("src/main/resources/io/keeling/enrich/gazetteer"),
          Path.of("src/main/resources/io/keeling/enrich/names"),
          Path.of("src/main/resources/io/keeling/enrich/topics"));

  @Test
  void dataThatArticlesAreTaggedByBelongToOneRelease() throws Exception {
    assertThat(Annotator.RELEASE + " " + digest())
        .as("the data changed: raise Annotator.RELEASE, then put the new digest here")
        .isEqualTo("18 5695ec4c1ca9a62b");
  }

  private static String digest() throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (Path folder : TAGGED_BY) {
      for (Path file : files(folder)) {
        digest.update(name(folder, file).getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace(File.separatorChar, '/');
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
