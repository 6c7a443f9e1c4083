package io.keeling.ingest.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Judges the symbolic links of a folder that is read with everything below it: who can put a link
 * there must not have it read what lies elsewhere on the machine. Immutable and safe to share
 * between threads.
 */
public final class FolderLinks {

  private final Path root;

  /**
   * @param folder what an operator named; may be a link itself
   * @throws IOException if it is not there or cannot be looked at
   */
  public FolderLinks(Path folder) throws IOException {
    root = folder.toRealPath();
  }

  /** Why something below the folder is not read, in one line; nothing where it may be. */
  public Optional<String> refusal(Path entry) {
    if (!Files.isSymbolicLink(entry)) {
      return Optional.empty();
    }
    try {
      return entry.toRealPath().startsWith(root)
          ? Optional.empty()
          : Optional.of("a link that leads out of the folder");
    } catch (IOException e) {
      return Optional.of("a link that leads nowhere");
    }
  }
}
