package io.keeling.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the launcher and the image have on their class path. */
class LibrariesIT {

  private static final Path LIBRARIES = Path.of("target", "lib");

  @Test
  void everyLibraryIsThereInOneVersion() throws IOException {
    List<String> names;
    try (Stream<Path> files = Files.list(LIBRARIES)) {
      names =
          files
              .map(file -> file.getFileName().toString())
              .map(name -> name.replaceFirst("-\\d[\\w.]*(?=[.-])", ""))
              .toList();
    }

    assertThat(names).isNotEmpty().doesNotHaveDuplicates();
  }
}
