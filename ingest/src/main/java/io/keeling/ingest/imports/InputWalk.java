package io.keeling.ingest.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Walks through the files that an operator named. Takes each named file, whatever it is called. In
 * a named directory and below it, takes only files that are HTML or WARC by their names. Visits the
 * files of a directory in the order of their names, so that two walks visit the same files in the
 * same order. The names of one directory are in memory at a time. Below a directory, links to
 * directories are not followed, so that a walk always ends; links to files are followed only within
 * it ({@link FolderLinks}).
 */
final class InputWalk {

  private static final Pattern BY_NAME =
      Pattern.compile("^.*\\.(?:html?|xhtml|warc)(?:\\.gz)?", Pattern.DOTALL);

  private InputWalk() {}

  interface Skip {
    void skip(Path path, SkipReason reason, String message);
  }

  static void walk(List<Path> inputs, Consumer<Path> files, Skip skips) {
    for (Path input : inputs) {
      if (Files.isDirectory(input)) {
        try {
          directory(input, new FolderLinks(input), files, skips);
        } catch (IOException e) {
          skips.skip(input, SkipReason.UNREADABLE, e.getClass().getSimpleName());
        }
      } else {
        files.accept(input);
      }
    }
  }

  private static void directory(
      Path directory, FolderLinks links, Consumer<Path> files, Skip skips) {
    List<Path> entries;
    try (Stream<Path> listed = Files.list(directory)) {
      entries = listed.sorted().toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      skips.skip(directory, SkipReason.UNREADABLE, e.getClass().getSimpleName());
      return;
    }
    for (Path entry : entries) {
      if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        directory(entry, links, files, skips);
      } else if (isWanted(entry)) {
        Optional<String> refusal = links.refusal(entry);
        if (refusal.isPresent()) {
          skips.skip(entry, SkipReason.LINK, refusal.get());
        } else if (Files.isDirectory(entry)) {
          skips.skip(entry, SkipReason.OTHER_FILE, "a link to a directory that is read itself");
        } else if (Files.isRegularFile(entry)) {
          files.accept(entry);
        } else {
          skips.skip(
              entry,
              SkipReason.OTHER_FILE,
              "neither a file nor a directory, such as a pipe or device");
        }
      } else {
        skips.skip(entry, SkipReason.OTHER_FILE, "neither HTML nor WARC by its name");
      }
    }
  }

  /**
   * Whether the entry is HTML or WARC by its name. Also true for a link to a directory, so that it
   * is reported as skipped.
   */
  private static boolean isWanted(Path entry) {
    return Files.isDirectory(entry)
        || BY_NAME.matcher(entry.getFileName().toString().toLowerCase(Locale.ROOT)).matches();
  }
}
