package io.keeling.ingest.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Refuses symbolic links in a folder that lead out of it, so that a person who can put a link there
 * cannot make the import read other files of the machine.
 */
public final class FolderLinks {

  private final Path root;

  /**
   * @param folder named by an operator; may be a link itself
   * @throws IOException if it does not exist or cannot be read
   */
  public FolderLinks(Path folder) throws IOException {
    root = folder.toRealPath();
  }

  /** Why an entry below the folder is not read, in one line; empty if it may be. */
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
