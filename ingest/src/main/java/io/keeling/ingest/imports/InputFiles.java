package io.keeling.ingest.imports;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Walks through what an operator named: a file is taken whatever it is called, a directory with
 * everything below it by name. Symbolic links to directories are not followed, so a walk always
 * ends. Not for sharing between threads.
 */
final class InputFiles {

  private static final Pattern BY_NAME =
      Pattern.compile(".*\\.(?:html?|xhtml|warc)(?:\\.gz)?", Pattern.DOTALL);

  private final PageFile pages;
  private final WarcFile archives;
  private final Finds finds;
  private final Runnable afterEach;

  InputFiles(Finds finds, int largestPage, Runnable afterEach) {
    this.pages = new PageFile(finds, largestPage);
    this.archives = new WarcFile(finds, largestPage);
    this.finds = finds;
    this.afterEach = afterEach;
  }

  void read(Path input) {
    if (!Files.isDirectory(input)) {
      file(input);
      return;
    }
    try {
      Files.walkFileTree(input, new Walk());
    } catch (IOException e) {
      finds.skip(input.toString(), SkipReason.UNREADABLE, e.getClass().getSimpleName());
    }
  }

  private void file(Path file) {
    try {
      if (WarcFile.is(file)) {
        archives.read(file);
      } else {
        pages.read(file);
      }
    } catch (IOException e) {
      finds.skip(file.toString(), SkipReason.UNREADABLE, e.getClass().getSimpleName());
    }
    afterEach.run();
  }

  private final class Walk extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (BY_NAME.matcher(file.getFileName().toString().toLowerCase(Locale.ROOT)).matches()) {
        file(file);
      } else {
        finds.skip(file.toString(), SkipReason.OTHER_FILE, "neither HTML nor WARC by its name");
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      finds.skip(file.toString(), SkipReason.UNREADABLE, e.getClass().getSimpleName());
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException e) {
      if (e != null) {
        finds.skip(directory.toString(), SkipReason.UNREADABLE, e.getClass().getSimpleName());
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
