package io.keeling.app.pipeline;

import io.keeling.desk.accounts.FirstLink;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;

/** Prints the link for setting up the first operator on the terminal of a local start. */
public final class FirstOperatorLine {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private FirstOperatorLine() {}

  /** Prints the link once it is known. Prints nothing if there already is an operator. */
  public static void tell(Pipeline pipeline, Consumer<String> terminal) {
    var unused =
        pipeline.firstLink().thenAccept(link -> terminal.accept(of(link, ZoneId.systemDefault())));
  }

  static String of(FirstLink link, ZoneId zone) {
    return "Nobody can sign in yet. This link sets up the first operator; it works once, until %s: %s"
        .formatted(WHEN.format(link.until().atZone(zone)), link.address());
  }
}
