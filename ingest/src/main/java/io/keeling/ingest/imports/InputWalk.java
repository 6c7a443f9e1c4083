package io.keeling.ingest.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Walks through what an operator named: a file is taken whatever it is called, a directory with
 * everything below it that is HTML or WARC by its name. The order is that of the names, so two
 * walks through the same files meet them alike; the names of one directory are in memory at a time.
 * Below a directory, links to directories are not followed, so a walk always ends, and links to
 * files only within what was named ({@link FolderLinks}).
 */
final class InputWalk {

  private static final Pattern BY_NAME =
      Pattern.compile("^.*\\.(?:html?|xhtml|warc)(?:\\.gz)?", Pattern.DOTALL);

  private InputWalk() {}

  /** Takes what lies in the inputs. */
  interface Visitor {

    void file(Path file);

    void skip(Path path, SkipReason reason, String message);
  }

  static void walk(List<Path> inputs, Visitor visitor) {
    for (Path input : inputs) {
      if (Files.isDirectory(input)) {
        try {
          directory(input, new FolderLinks(input), visitor);
        } catch (IOException e) {
          visitor.skip(input, SkipReason.UNREADABLE, e.getClass().getSimpleName());
        }
      } else {
        visitor.file(input);
      }
    }
  }

  private static void directory(Path directory, FolderLinks links, Visitor visitor) {
    List<Path> entries;
    try (Stream<Path> listed = Files.list(directory)) {
      entries = listed.sorted().toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      visitor.skip(directory, SkipReason.UNREADABLE, e.getClass().getSimpleName());
      return;
    }
    for (Path entry : entries) {
      if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        directory(entry, links, visitor);
      } else if (isWanted(entry)) {
        Optional<String> refusal = links.refusal(entry);
        if (refusal.isPresent()) {
          visitor.skip(entry, SkipReason.LINK, refusal.get());
        } else if (Files.isDirectory(entry)) {
          visitor.skip(entry, SkipReason.OTHER_FILE, "a link to a directory that is read itself");
        } else if (Files.isRegularFile(entry)) {
          visitor.file(entry);
        } else {
          visitor.skip(entry, SkipReason.OTHER_FILE, "no file, as a pipe or device is none");
        }
      } else {
        visitor.skip(entry, SkipReason.OTHER_FILE, "neither HTML nor WARC by its name");
      }
    }
  }

  /** By its name; a directory behind a link might be, whatever it is called. */
  private static boolean isWanted(Path entry) {
    return Files.isDirectory(entry)
        || BY_NAME.matcher(entry.getFileName().toString().toLowerCase(Locale.ROOT)).matches();
  }
}
