package io.keeling.desk;

import static io.keeling.search.testing.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.enriched.NameType;
import io.keeling.desk.running.Desks;
import io.keeling.desk.running.RunningDesk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients generated from the OpenAPI document, each with a program that reads the desk by it: all
 * of them read the same.
 */
@ExtendWith(Desks.class)
class ClientsIT {

  /** Where the build puts OpenAPI Generator. */
  private static final Path GENERATOR = Path.of("target", "openapi-generator-cli.jar");

  private static final EnrichedArticle FIRST =
      article("first", "First flood", "The flood came to Mara Quill.")
          .published("2026-11-20T10:00:00Z")
          .topic("coal", 1)
          .name("Mara Quill", NameType.PERSON)
          .make();

  private static final List<String> READ =
      List.of(
          "found 2: Second flood",
          "next First flood",
          "article First flood, main coal, person",
          "cited as http://desk.example/articles/%s/versions/%s"
              .formatted(FIRST.article().id(), FIRST.article().version()),
          "versions 1",
          "facet 1",
          "trend 2026-11-20",
          "completed Mara Quill",
          "lines 3",
          "feed Third flood",
          "refused 400");

  @TempDir static Path directory;

  private static String address;
  private static Path document;

  @BeforeAll
  static void open(RunningDesk desk) throws IOException {
    desk.archive()
        .store(
            FIRST,
            article("second", "Second flood", "It went.")
                .published("2026-11-21T10:00:00Z")
                .topic("heat", 1)
                .make(),
            article("third", "Third flood", "It was small.")
                .published("2026-11-22T10:00:00Z")
                .make());
    address = desk.at("").toString();
    document =
        Files.writeString(directory.resolve("openapi.yaml"), desk.get("/openapi.yaml").body());
  }

  @Test
  void java() throws Exception {
    Path client = directory.resolve("java");
    generate(
        client,
        "java",
        "--library=native",
        "--additional-properties=openApiNullable=false,useJakartaEe=true,"
            + "useSingleRequestParameter=true,invokerPackage=org.example.desk,"
            + "apiPackage=org.example.desk.api,modelPackage=org.example.desk.model");
    Path classes = client.resolve("classes");
    List<String> compiler =
        new ArrayList<>(List.of(tool("javac"), "-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
    compiler.addAll(List.of("-proc:none", "-nowarn", "-d", classes.toString()));
    compiler.addAll(List.of("-cp", System.getProperty("java.class.path")));
    compiler.add(copied("ReadDesk.java", client).toString());
    try (Stream<Path> files = Files.walk(client.resolve("src/main/java"))) {
      files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(compiler::add);
    }
    run(client, Map.of(), compiler.toArray(String[]::new));

    String classPath = classes + ":" + System.getProperty("java.class.path");
    assertThat(run(client, Map.of(), tool("java"), "-cp", classPath, "ReadDesk", address).lines())
        .containsExactlyElementsOf(READ);
  }

  @Test
  void python() throws Exception {
    require(
        "Python with pydantic, urllib3 and dateutil",
        "python3",
        "-c",
        "import pydantic, urllib3, dateutil");
    Path client = directory.resolve("python");
    generate(client, "python", "--additional-properties=packageName=desk");
    String program = copied("read_desk.py", client).toString();

    assertThat(run(client, Map.of("PYTHONPATH", "."), "python3", program, address).lines())
        .containsExactlyElementsOf(READ);
  }

  @Test
  void typeScript() throws Exception {
    require("Node.js", "node", "--version");
    require("TypeScript", "tsc", "--version");
    Path client = directory.resolve("typescript");
    generate(client.resolve("desk"), "typescript-fetch");
    String program = copied("read-desk.ts", client).toString();
    run(
        client,
        Map.of(),
        "tsc",
        "--strict",
        "--target",
        "es2020",
        "--module",
        "commonjs",
        "--lib",
        "es2020,dom",
        "--outDir",
        "out",
        program);

    assertThat(run(client, Map.of(), "node", "out/read-desk.js", address).lines())
        .containsExactlyElementsOf(READ);
  }

  private static void generate(Path output, String generator, String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(tool("java"), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-jar", GENERATOR.toAbsolutePath().toString(), "generate"));
    command.addAll(List.of("-i", document.toString(), "-g", generator, "-o", output.toString()));
    command.add(
        "--global-property=apis,models,supportingFiles,"
            + "apiTests=false,modelTests=false,apiDocs=false,modelDocs=false");
    command.addAll(List.of(options));
    run(directory, Map.of(), command.toArray(String[]::new));
  }

  private static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  private static Path copied(String program, Path directory) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ClientsIT.class.getResourceAsStream("clients/" + program))) {
      Path copy = directory.resolve(program);
      Files.copy(in, copy);
      return copy;
    }
  }

  /** Skips the test, and says so, where a tool is missing, but in CI. */
  private static void require(String what, String... command) throws InterruptedException {
    if (System.getenv("KEELING_REQUIRE_ALL_TESTS") == null && !works(command)) {
      String missing = "there is no " + what + " on this machine";
      System.out.println("SKIPPED: " + missing);
      Assumptions.abort(missing);
    }
  }

  private static boolean works(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Runs a command to its end, which must be a good one. */
  private static String run(Path directory, Map<String, String> environment, String... command)
      throws Exception {
    Path said = Files.createTempFile(directory, "said", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      assertThat(process.waitFor(3, TimeUnit.MINUTES)).as(command[0] + " ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    String text = Files.readString(said, StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as(text).isZero();
    return text;
  }
}
