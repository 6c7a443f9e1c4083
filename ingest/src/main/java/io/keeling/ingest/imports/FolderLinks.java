package io.keeling.ingest.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Refuses symbolic links in a folder that lead out of it. Otherwise someone who can put a link
 * there could make the import read other files of the machine.
 */
public final class FolderLinks {

  private final Path root;

  /**
   * @param folder named by an operator; may itself be a link
   * @throws IOException if the folder does not exist or cannot be read
   */
  public FolderLinks(Path folder) throws IOException {
    root = folder.toRealPath();
  }

  /** Returns why an entry below the folder is not read, in one line; empty if it may be read. */
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
