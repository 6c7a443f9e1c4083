package io.keeling.ingest.imports;

import java.util.ArrayList;
import java.util.List;

/** Remembers what was found and skipped. For one thread. */
final class RecordingFinds implements Finds {

  final List<FoundPage> pages = new ArrayList<>();
  final List<SkipReason> skipped = new ArrayList<>();

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
