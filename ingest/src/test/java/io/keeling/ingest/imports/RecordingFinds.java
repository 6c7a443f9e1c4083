package io.keeling.ingest.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Remembers what was found and skipped. For one thread. */
final class RecordingFinds implements FindListener {

  final List<FoundPage> pages = new ArrayList<>();
  final List<SkipReason> skipped = new ArrayList<>();

  final List<ArchivePosition> places = new ArrayList<>();

  /** The files, each with its size. */
  final Map<Path, Long> files = new LinkedHashMap<>();

  @Override
  public void file(Path file, long size) {
    files.put(file, size);
  }

  @Override
  public void at(ArchivePosition place) {
    places.add(place);
  }

  @Override
  public void page(FoundPage page) {
    pages.add(page);
  }

  @Override
  public void skip(String origin, SkipReason reason, String message) {
    skipped.add(reason);
  }

  List<String> urls() {
    return pages.stream().map(page -> page.url().text()).toList();
  }
}
