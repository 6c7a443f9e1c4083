package io.keeling.app.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.app.failure.UserException;
import io.keeling.contract.serde.Json;
import io.keeling.ingest.imports.FolderLinks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Converts command-line arguments to pages to extract. */
public final class Inputs {

  private static final List<String> HTML_NAMES =
      List.of(".html", ".htm", ".xhtml", ".html.gz", ".htm.gz", ".xhtml.gz");

  private Inputs() {}

  /** Returns files, HTML files in directories, URLs, and standard input for {@code -}. */
  public static List<Input> of(List<String> arguments) {
    List<Input> inputs = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.matches("(?i)https?://.*")) {
        inputs.add(new Input(null, null, argument, null, null));
        continue;
      }
      if (argument.equals("-")) {
        inputs.add(Input.STANDARD_INPUT);
        continue;
      }
      Path path = Path.of(argument);
      if (Files.isDirectory(path)) {
        inputs.addAll(htmlBelow(path));
      } else if (Files.isReadable(path)) {
        inputs.add(new Input(argument, path, null, null, null));
      } else {
        throw new UserException(
            "cannot read " + argument + ". Name a file, a directory or an http(s) URL.");
      }
    }
    return inputs;
  }

  /**
   * Returns the pages of a manifest, whose lines are JSON with {@code file}, {@code url} and {@code
   * http_charset}.
   */
  public static List<Input> ofManifest(Path manifest) {
    List<String> lines;
    try {
      lines = Files.readAllLines(manifest);
    } catch (IOException e) {
      throw new UserException(
          "cannot read the manifest " + manifest + ". It must be a file of JSON lines in UTF-8.",
          e);
    }
    Path folder = Objects.requireNonNull(manifest.toAbsolutePath().getParent());
    List<Input> inputs = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        inputs.add(line(lines.get(i), folder, manifest + " line " + (i + 1)));
      }
    }
    return inputs;
  }

  private static Input line(String line, Path folder, String where) {
    try {
      JsonNode object = Json.MAPPER.readTree(line);
      String file = text(object, "file");
      if (file == null) {
        throw new UserException(where + ": needs a \"file\".");
      }
      return new Input(
          file, folder.resolve(file), text(object, "url"), text(object, "http_charset"), null);
    } catch (JsonProcessingException e) {
      throw new UserException(where + ": not JSON.", e);
    }
  }

  private static @Nullable String text(JsonNode object, String field) {
    JsonNode value = object.get(field);
    return value == null || !value.isTextual() || value.textValue().isBlank()
        ? null
        : value.textValue();
  }

  /** Does not follow links to directories, and follows links to files only within the directory. */
  private static List<Input> htmlBelow(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      FolderLinks links = new FolderLinks(directory);
      List<Input> html = files.sorted().flatMap(file -> found(file, links).stream()).toList();
      if (html.isEmpty()) {
        throw new UserException(
            "no HTML file in "
                + directory
                + ": none is named "
                + String.join(", ", HTML_NAMES)
                + ".");
      }
      return html;
    } catch (IOException | UncheckedIOException e) {
      throw new UserException("cannot read the directory " + directory + ": " + e.getMessage(), e);
    }
  }

  private static Optional<Input> found(Path file, FolderLinks links) {
    if (!isHtml(file) && !(Files.isSymbolicLink(file) && Files.isDirectory(file))) {
      return Optional.empty();
    }
    String refusal = links.refusal(file).orElse(null);
    return refusal != null || Files.isRegularFile(file)
        ? Optional.of(new Input(file.toString(), file, null, null, refusal))
        : Optional.empty();
  }

  private static boolean isHtml(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return HTML_NAMES.stream().anyMatch(name::endsWith);
  }
}
