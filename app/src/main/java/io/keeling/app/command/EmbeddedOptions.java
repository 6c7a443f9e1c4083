package io.keeling.app.command;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of the commands that run everything in one process. */
public final class EmbeddedOptions {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where the data lives (setting embedded.directory).")
  private @Nullable String data;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      converter = PortConverter.class,
      description = "Port of the page (setting desk.port).")
  private @Nullable Integer port;

  public Map<String, String> overrides() {
    Map<String, String> overrides = new HashMap<>();
    if (data != null) {
      overrides.put("embedded.directory", data);
    }
    if (port != null) {
      overrides.put("desk.port", port.toString());
    }
    return overrides;
  }
}
