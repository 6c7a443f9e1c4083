package io.keeling.app.killing;

import io.keeling.app.process.ClassArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** A build that is broken on purpose, in one place, to see whether the verifier notices. */
enum Mutant {
  /** The sink commits its offsets, and then writes. */
  OFFSETS_BEFORE_ROWS(
      "sink/src/main/java/io/keeling/sink/database/BatchStore.java",
      "int articles = ArticleWriter.write(connection, plan);",
      "connection.commit(); int articles = ArticleWriter.write(connection, plan);"),

  /** Enrichment forgets that it has to be exact. */
  ENRICH_AT_LEAST_ONCE(
      "enrich/src/main/java/io/keeling/enrich/topology/EnrichStreamsSettings.java",
      "Properties properties =",
      "settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);"
          + " Properties properties ="),

  /** Reading does. */
  INGEST_AT_LEAST_ONCE(
      "ingest/src/main/java/io/keeling/ingest/topology/IngestStreamsSettings.java",
      "Properties properties =",
      "settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);"
          + " Properties properties =");

  private final String source;
  private final String sound;
  private final String broken;

  Mutant(String source, String sound, String broken) {
    this.source = source;
    this.sound = sound;
    this.broken = broken;
  }

  /** What stands at the broken place. */
  String broken() {
    return broken;
  }

  /**
   * Compiles the broken class.
   *
   * @param directory where its class file is written, to stand before Keeling's own
   */
  void compile(Path directory) throws IOException {
    Path mutated =
        Files.createDirectories(directory.resolve("source")).resolve(Path.of(source).getFileName());
    Files.writeString(mutated, brokenText());
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, ClassArchive.KEELING.jars());
      List<String> options = List.of("-proc:none", "-d", directory.toString());
      boolean compiled =
          compiler
              .getTask(null, files, null, options, null, files.getJavaFileObjects(mutated))
              .call();
      if (!compiled) {
        throw new IllegalStateException("the broken " + source + " does not compile");
      }
    }
  }

  /**
   * The source with the place broken.
   *
   * @throws IllegalStateException if the source does not have that place, or has it twice
   */
  String brokenText() throws IOException {
    String text = Files.readString(Path.of("..").resolve(source));
    if (text.split(java.util.regex.Pattern.quote(sound), -1).length != 2) {
      throw new IllegalStateException(source + " does not read as " + this + " believes");
    }
    return text.replace(sound, broken);
  }
}
