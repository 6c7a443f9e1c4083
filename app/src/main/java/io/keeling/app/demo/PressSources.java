package io.keeling.app.demo;

import io.keeling.contract.source.Source;
import io.keeling.contract.source.SourceKind;
import io.keeling.newsroom.Newsroom;
import io.keeling.newsroom.Outlet;
import io.keeling.newsroom.press.EntryPoint;
import java.util.ArrayList;
import java.util.List;

/** The outlets of the fictional press as entries of the catalogue. */
public final class PressSources {

  private PressSources() {}

  /**
   * One source for each entry point: {@code harbour-herald}, {@code harbour-herald-2} and so on.
   */
  public static List<Source> of(Newsroom newsroom) {
    List<Source> sources = new ArrayList<>();
    for (Outlet outlet : newsroom.outlets()) {
      int number = 1;
      for (EntryPoint entry : outlet.entryPoints()) {
        String id = number == 1 ? outlet.id() : outlet.id() + "-" + number;
        sources.add(
            new Source(
                id,
                SourceKind.valueOf(entry.kind().name()),
                entry.url(),
                outlet.name(),
                outlet.language(),
                null,
                null));
        number++;
      }
    }
    return sources;
  }
}
